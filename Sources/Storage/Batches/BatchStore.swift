package import Foundation

/// What is kept of batch jobs; their files are apart (`BatchFiles`).
package protocol BatchStore: Sendable {
  /// Keeps a batch job, and with it what is to be told of its end: the delivery waits, and turns due in the transaction
  /// that ends the batch job. False, with nothing kept, where the account has as many that have not ended as it may have.
  func insert(_ batch: BatchRecord, webhook: WebhookDeliveryRecord?, openLimit: Int) async throws -> Bool
  /// Of whichever account: for who was let in otherwise.
  func batch(_ id: UUID) async throws -> BatchRecord?
  func batch(_ id: UUID, account: UUID) async throws -> BatchRecord?
  /// Newest first.
  func batches(_ query: BatchRowQuery, account: UUID) async throws -> [BatchRecord]
  /// Lets something happen to a batch job, in one transaction: of two that exclude each other, one happens.
  ///
  /// - Returns: the batch job after it; nil where there is none, or where it cannot happen now.
  func apply(_ event: BatchEvent, to batch: UUID, at: Date) async throws -> BatchRecord?
  /// Those of all accounts that have their input and have not ended, oldest first: what a restart has to go on with.
  func startedBatches() async throws -> [BatchRecord]
  /// Those of all accounts that were made before then and still wait for their input.
  func idleBatches(createdBefore: Date) async throws -> [UUID]
  /// Deletes those of all accounts that ended before then, oldest first, at most `limit`; which it deleted.
  func deleteBatches(endedBefore: Date, limit: Int) async throws -> [UUID]
}

package struct BatchRowQuery: Sendable, Hashable {
  /// Empty: any.
  package var ids: [UUID]
  /// Empty: any.
  package var states: [BatchState]
  package var limit: Int

  package init(ids: [UUID] = [], states: [BatchState] = [], limit: Int) {
    self.ids = ids
    self.states = states
    self.limit = limit
  }
}
