internal import Foundation

/// Which uploads are under way: one of a batch job, a few of an account, and not many in all.
struct BatchUploadSlots {
  private let limit: Int
  private let accountLimit: Int
  /// The account of each batch job.
  private var taken: [UUID: UUID] = [:]

  init(limit: Int, accountLimit: Int) {
    self.limit = limit
    self.accountLimit = accountLimit
  }

  func isTaken(_ batch: UUID) -> Bool { taken[batch] != nil }

  /// - Throws: ABORTED where the batch job has an upload; RESOURCE_EXHAUSTED where there are too many.
  mutating func take(_ batch: UUID, account: UUID) throws(GatewayError) {
    guard taken[batch] == nil else { throw GatewayError(.aborted, "another upload to this batch job is under way") }
    guard taken.count < limit, taken.values.count(where: { $0 == account }) < accountLimit else {
      throw GatewayError(.resourceExhausted, "too many files are being uploaded; try again")
    }
    taken[batch] = account
  }

  mutating func release(_ batch: UUID) { taken[batch] = nil }
}
