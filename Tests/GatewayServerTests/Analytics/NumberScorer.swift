internal import PolicyEvaluation
internal import SignalScoring

/// Scores every concept by the number that the text begins with; 0 where there is none.
struct NumberScorer: SignalScorer {
  let version = "number"

  func cost(of kind: Feature.Kind) -> ScoringCost? {
    if case .concept = kind { .embedded } else { nil }
  }

  func prepare(_ features: [Feature]) async throws -> any PreparedSignals { Prepared(count: features.count) }

  private struct Prepared: PreparedSignals {
    let count: Int

    func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
      let number = content.text?.split(separator: " ").first.flatMap { Double($0) } ?? 0
      return Array(repeating: .scored(number), count: count)
    }
  }
}
