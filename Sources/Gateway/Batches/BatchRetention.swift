package import Foundation
internal import GatewayProtocol
internal import ServiceLifecycle
internal import Storage

/// Removes what need not be kept any more: batch jobs and their files some days after they ended, files that nothing
/// names, and batch jobs whose file never came.
package struct BatchRetention: Service {
  private static let deletedAtOnce = 100

  private let store: any Store
  private let files: BatchFiles
  private let uploads: BatchUploads

  init(store: any Store, files: BatchFiles, uploads: BatchUploads) {
    self.store = store
    self.files = files
    self.uploads = uploads
  }

  package func run() async throws {
    await Rounds.run(every: BatchLimits.retentionInterval) { try await sweep(at: Date()) }
  }

  package func sweep(at moment: Date) async throws {
    try await endIdle(at: moment)
    try await deleteEnded(before: moment.addingTimeInterval(-BatchLimits.retention))
    for batch in try await files.batches() { try await clear(batch) }
  }

  private func endIdle(at moment: Date) async throws {
    let limit = BatchLimits.uploadLifetime + BatchLimits.uploadGrace
    let hours = Int(BatchLimits.uploadLifetime / 3_600)
    let failure = BatchFailure(.batchJobErrorInvalidInputFile, "no file was uploaded within \(hours) hours")
    for batch in try await store.idleBatches(createdBefore: moment.addingTimeInterval(-limit)) {
      _ = try await store.apply(.expired(failure), to: batch, at: moment)
    }
  }

  private func deleteEnded(before moment: Date) async throws {
    while true {
      let deleted = try await store.deleteBatches(endedBefore: moment, limit: Self.deletedAtOnce)
      for batch in deleted { try await files.remove(batch) }
      if deleted.count < Self.deletedAtOnce { return }
    }
  }

  /// Removes of a batch job's folder what nothing names: all of it where it ended without an output.
  private func clear(_ batch: UUID) async throws {
    // INVARIANT: in this order. An upload that ends after the look at the uploads is in the record that is read then, and
    // one that begins after it has a file that was not seen.
    let inputs = try await files.inputs(of: batch)
    let isUploading = uploads.isUnderWay(batch)
    guard let record = try await store.batch(batch), record.state != .error, record.state != .cancelled else {
      return try await files.remove(batch)
    }
    guard !isUploading else { return }
    try await files.removeInputs(inputs.filter { $0 != record.input?.file }, of: batch)
  }
}
