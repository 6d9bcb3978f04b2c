package import PolicyEvaluation
package import SignalScoring

/// Fails everything but exact matches.
package struct FailingScorer: SignalScorer {
  package let version = "failing"
  private let code: ScoringError.Code

  package init(_ code: ScoringError.Code) {
    self.code = code
  }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    if case .exact = kind { nil } else { .embedded }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    Prepared(code: code, count: features.count)
  }

  private struct Prepared: PreparedSignals {
    let code: ScoringError.Code
    let count: Int

    func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
      Array(repeating: .failed(ScoringError(code, "it failed")), count: count)
    }
  }
}
