package import PolicyEvaluation
package import SignalScoring

/// Scores everything but exact matches alike, and shows the content's first word for it.
package struct ConstantScorer: SignalScorer {
  package let version: String
  private let score: Double

  package init(_ version: String, score: Double) {
    self.version = version
    self.score = score
  }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    if case .exact = kind { nil } else { .embedded }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    Prepared(score: score, count: features.count)
  }

  private struct Prepared: PreparedSignals {
    let score: Double
    let count: Int

    func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
      let word = (content.text ?? "").prefix { $0 != " " }.utf8.count
      return (0..<count).map { _ in .scored(score, evidence: Evidence(spans: [0..<word])) }
    }
  }
}
