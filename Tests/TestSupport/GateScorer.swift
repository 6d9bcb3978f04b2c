package import PolicyEvaluation
package import SignalScoring
internal import Synchronization

/// Scores concepts 1 where the text has the word, but a text with "wait" only once the gate was opened: what lets a test
/// hold an evaluation in the middle.
package final class GateScorer: SignalScorer {
  package let version = "gate"
  private let gate = TestGate()
  private let count = Mutex(0)

  package init() {}

  /// How many texts were begun.
  package var begun: Int { count.withLock { $0 } }

  package func open() { gate.open() }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    if case .concept = kind { .embedded } else { nil }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    Prepared(scorer: self, count: features.count)
  }

  fileprivate func pass(_ text: String) async throws(CancellationError) {
    count.withLock { $0 += 1 }
    if text.contains("wait") { await gate.pass() }
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
