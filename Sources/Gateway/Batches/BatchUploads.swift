internal import Foundation
internal import GatewayProtocol
package import Storage
internal import Synchronization

/// Takes in the input files of batch jobs: read as they come, written to the disk, checked row by row.
package final class BatchUploads: Sendable {
  private let store: any Store
  private let files: BatchFiles
  private let addresses: BatchAddresses
  private let runner: BatchRunner
  private let now: @Sendable () -> Date
  private let slots = Mutex(
    AccountSlots(
      limit: BatchLimits.uploads, accountLimit: BatchLimits.uploadsOfAccount,
      refusal: "too many files are being uploaded; try again",
      repeatRefusal: "another upload to this batch job is under way"))

  init(
    store: any Store, files: BatchFiles, addresses: BatchAddresses, runner: BatchRunner,
    now: @escaping @Sendable () -> Date
  ) {
    self.store = store
    self.files = files
    self.addresses = addresses
    self.runner = runner
    self.now = now
  }

  /// Takes a file to whoever has the address for it, in place of one that came before, and lets the batch job run.
  ///
  /// An upload that breaks off, or is too large, leaves everything as it was.
  /// - Throws: PERMISSION_DENIED for an address that is not right; INVALID_ARGUMENT for a file that is not one of rows,
  ///   which ends the batch job; FAILED_PRECONDITION where it takes no file any more; `BatchInputTooLarge`; what the
  ///   bytes' own sequence throws.
  package func take<Pieces: AsyncSequence>(
    _ pieces: Pieces, for ticket: BatchTicket
  ) async throws -> BatchRecord where Pieces.Element == [UInt8] {
    let batch = try await addresses.batch(ticket, for: .input, at: now())
    guard let record = try await store.batch(batch) else { throw GatewayError(.notFound, "the batch job is gone") }
    guard record.state.takesInput else { throw Self.isClosed(record) }
    try slots.withLock { (slots) throws(GatewayError) in try slots.take(batch, account: record.accountID) }
    defer { slots.withLock { $0.release(batch) } }
    return try await take(pieces, of: record)
  }

  /// Whether an upload to it is under way.
  func isUnderWay(_ batch: UUID) -> Bool { slots.withLock { $0.isTaken(batch) } }

  private func take<Pieces: AsyncSequence>(
    _ pieces: Pieces, of record: BatchRecord
  ) async throws -> BatchRecord where Pieces.Element == [UInt8] {
    let file = try await files.makeInput(of: record.id)
    do {
      let end = record.created.addingTimeInterval(BatchLimits.uploadLifetime + BatchLimits.uploadGrace)
      let input = try await receive(pieces, into: file, until: end)
      try await files.secure(file, of: record.id)
      guard let accepted = try await store.apply(.uploaded(input), to: record.id, at: now()) else {
        throw Self.isClosed(try await store.batch(record.id) ?? record)
      }
      let replaced = try await files.inputs(of: record.id).filter { $0 != input.file }
      try await files.removeInputs(replaced, of: record.id)
      runner.enqueue(record.id, account: record.accountID)
      return accepted
    } catch let error as BatchFileError {
      try await files.removeInputs([file.name], of: record.id)
      let failure = BatchFailure(.batchJobErrorInvalidInputFile, error.description)
      if try await store.apply(.inputRefused(failure), to: record.id, at: now()) == nil {
        throw Self.isClosed(try await store.batch(record.id) ?? record)
      }
      await runner.forget(record.id)
      throw GatewayError(.invalidArgument, error.description)
    } catch {
      try? await files.removeInputs([file.name], of: record.id)
      // Cancelled meanwhile, its folder went while the file was written.
      if error is StoreError, let ended = try? await store.batch(record.id), !ended.state.takesInput {
        throw Self.isClosed(ended)
      }
      throw error
    }
  }

  /// A file that is not one of rows is read to its end all the same, so that its sender gets to the answer.
  private func receive<Pieces: AsyncSequence>(
    _ pieces: Pieces, into file: BatchFile, until end: Date
  ) async throws -> BatchInput where Pieces.Element == [UInt8] {
    var reader = BatchRowReader()
    var flaw: BatchFileError?
    var length = 0
    var block: [UInt8] = []
    for try await piece in pieces {
      guard now() < end else { throw GatewayError(.deadlineExceeded, "the upload took longer than it may") }
      length += piece.count
      guard length <= BatchLimits.inputBytes else { throw BatchInputTooLarge() }
      guard flaw == nil else { continue }
      do throws(BatchFileError) {
        _ = try reader.take(piece)
      } catch {
        flaw = error
        continue
      }
      block += piece
      if block.count >= BatchLimits.blockBytes {
        try await file.append(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    if let flaw { throw flaw }
    _ = try reader.finish()
    try await file.append(block)
    return BatchInput(file: file.name, rows: reader.count, bytes: length)
  }

  private static func isClosed(_ record: BatchRecord) -> GatewayError {
    GatewayError(.failedPrecondition, "the batch job takes no file any more: it is \(record.state.word)")
  }
}

/// A file over the limit.
package struct BatchInputTooLarge: Error {}
