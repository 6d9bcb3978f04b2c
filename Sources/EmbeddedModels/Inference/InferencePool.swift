internal import Foundation

/// Encodes token sequences on threads of its own, so that the model never holds up a thread that others await on.
///
/// Callers suspend until their sequences are encoded, and longer while the queue is full; a caller that is cancelled
/// leaves at once, and what has not begun of its work is dropped. The threads end with the pool.
package final class InferencePool: Sendable {
  private let state: PoolState

  /// Loads the model.
  ///
  /// - Parameter threads: how many batches are encoded at once; nil: as many as there are processor cores.
  package convenience init(files: ModelFiles, threads: Int? = nil) throws(EmbeddedModelError) {
    let count = max(threads ?? ProcessInfo.processInfo.activeProcessorCount, 1)
    let encoder = try TextEncoder(library: files.runtimeLibrary(), model: files.encoder, streams: count)
    var sessions: [EncoderSession] = []
    for _ in 0..<count { sessions.append(try encoder.makeSession()) }
    self.init(encoders: sessions)
  }

  /// - Parameter encoders: one for each thread.
  init(encoders: [any BatchEncoder & Sendable], limits: MicroBatcher.Limits = MicroBatcher.Limits()) {
    let state = PoolState(workers: encoders.count, limits: limits)
    self.state = state
    for (worker, encoder) in encoders.enumerated() {
      let thread = Thread { state.work(as: worker, with: encoder) }
      thread.name = "gavel-encoder-\(worker)"
      // The runtime's kernels keep little on the stack, but more than some systems give a thread by default.
      thread.stackSize = 4 << 20
      thread.start()
    }
  }

  deinit {
    state.stop()
  }

  /// Encodes sequences: the mean over each one's tokens, of length 1.
  ///
  /// - Parameter sequences: tokens, special ones included; each 1 to `maximumLength` of them.
  /// - Throws: `EmbeddedModelError`, or `CancellationError` where the caller's task is cancelled.
  package func embed(_ sequences: [[Int32]]) async throws -> [Embedding] {
    guard sequences.allSatisfy({ (1...Self.maximumLength).contains($0.count) }) else {
      throw EmbeddedModelError(.inferenceFailed, "a sequence is empty or longer than the model takes")
    }
    if sequences.isEmpty { return [] }
    let id = state.newCall()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { state.submit(PoolCall(sequences, $0), as: id) }
    } onCancel: {
      state.cancel(id)
    }
  }

  /// The most tokens of a sequence.
  package static let maximumLength = MicroBatcher.maximumLength

  /// Lets the threads end: what is being encoded is finished, what waits fails.
  package func stop() { state.stop() }
}
