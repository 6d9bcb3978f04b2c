internal import Foundation
package import PolicyEvaluation
package import SignalScoring
internal import Synchronization

/// Scores concepts 1 where the text has the word, but a text with "wait" only once the gate was opened: what lets a test
/// hold an evaluation in the middle.
package final class GateScorer: SignalScorer {
  private struct State {
    var isOpen = false
    var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]
    var begun = 0
  }

  package let version = "gate"
  private let state = Mutex(State())

  package init() {}

  /// How many texts were begun.
  package var begun: Int { state.withLock { $0.begun } }

  package func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    if case .concept = kind { .embedded } else { nil }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    Prepared(scorer: self, count: features.count)
  }

  fileprivate func pass(_ text: String) async throws(CancellationError) {
    let id = UUID()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let passes = state.withLock { state in
          state.begun += 1
          if state.isOpen || Task.isCancelled || !text.contains("wait") { return true }
          state.waiting[id] = continuation
          return false
        }
        if passes { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
    }
    if Task.isCancelled { throw CancellationError() }
  }

  private struct Prepared: PreparedSignals {
    let scorer: GateScorer
    let count: Int

    func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
      let text = content.text ?? ""
      try await scorer.pass(text)
      return (0..<count).map { _ in .scored(text.contains("yes") ? 1 : 0) }
    }
  }
}
