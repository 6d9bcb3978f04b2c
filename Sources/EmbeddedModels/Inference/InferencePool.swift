internal import Foundation

/// Runs the models on threads of its own, so that they never hold up a thread that others await on.
///
/// Callers suspend until their work is done, and longer while the queue is full; a caller that is cancelled leaves at
/// once, and what has not begun of its work is dropped. The threads end with the pool.
package final class InferencePool: Sendable {
  private let state: PoolState

  /// Loads the models.
  ///
  /// - Parameters:
  ///   - dimension: how many numbers a token's vector has.
  ///   - threads: how many batches are computed at once; nil: as many as there are processor cores.
  convenience init(files: ModelFiles, dimension: Int, threads: Int? = nil) throws(EmbeddedModelError) {
    let count = max(threads ?? ProcessInfo.processInfo.activeProcessorCount, 1)
    let runtime = try ModelRuntime(library: files.runtimeLibrary())
    let encoder = try CompiledModel(files.encoder, with: runtime, streams: count)
    let scorer = try CompiledModel(files.scorer, with: runtime, streams: count)
    var sessions: [CompiledSession] = []
    for _ in 0..<count { sessions.append(try CompiledSession(encoder: encoder, scorer: scorer)) }
    try sessions[0].check(dimension: dimension)
    self.init(sessions: sessions)
  }

  /// - Parameter sessions: one for each thread.
  init(sessions: [any ModelSession & Sendable], limits: MicroBatcher.Limits = MicroBatcher.Limits()) {
    let state = PoolState(workers: sessions.count, limits: limits)
    self.state = state
    for (worker, session) in sessions.enumerated() {
      let thread = Thread { state.work(as: worker, with: session) }
      thread.name = "gavel-models-\(worker)"
      // The runtime's kernels keep little on the stack, but more than some systems give a thread by default.
      thread.stackSize = 4 << 20
      thread.start()
    }
  }

  deinit {
    state.stop()
  }

  /// Encodes sequences.
  ///
  /// - Parameter sequences: tokens, special ones included; each 1 to `maximumLength` of them.
  /// - Throws: `EmbeddedModelError`, or `CancellationError` where the caller's task is cancelled.
  func encode(_ sequences: [[Int32]]) async throws -> [TokenVectors] {
    zip(sequences, try await read(sequences)).map { TokenVectors(count: $0.count, values: $1) }
  }

  /// The same with what the model makes of each sequence as it is, be it vectors of its tokens or something else.
  func read(_ sequences: [[Int32]]) async throws -> [[Float]] {
    guard sequences.allSatisfy({ (1...Self.maximumLength).contains($0.count) }) else {
      throw EmbeddedModelError(.inferenceFailed, "a sequence is empty or longer than the model takes")
    }
    return try await answer(to: .encoding(sequences))
  }

  /// Scores a content's windows against signals.
  ///
  /// - Throws: as `encode` does.
  func score(_ windows: WindowVectors, against signals: SignalMatrix) async throws -> Logits {
    let parts = ScoringPart.all(windows: windows, signals: signals)
    let answer = try await answer(to: .scoring(parts, of: windows, against: signals))
    let logits = Logits(windows: windows.count, signals: signals.count, parts: Array(zip(parts, answer)))
    guard logits.areFinite else { throw EmbeddedModelError(.inferenceFailed, "the model's output is no number") }
    return logits
  }

  private func answer(to work: PoolCall.Work) async throws -> PoolCall.Answer {
    if work.partCount == 0 { return [] }
    let id = state.newCall()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { state.submit(PoolCall(work, $0), as: id) }
    } onCancel: {
      state.cancel(id)
    }
  }

  /// The most tokens of a sequence.
  static let maximumLength = MicroBatcher.maximumLength

  /// Lets the threads end: what is being computed is finished, what waits fails.
  package func stop() { state.stop() }
}
