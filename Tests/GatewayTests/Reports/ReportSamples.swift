internal import PolicyEvaluation
internal import SignalScoring
internal import TestSupport

@testable internal import Gateway

/// Policies with every part that a report has, and items with scores that follow from a seed.
enum ReportSamples {
  static let policies = [
    #"LABEL "One" { "a signal" }"#,
    #"""
    LABEL "Éclat \\ \"quoted\"": "a message, {with} 1000001 signs" {
      "first" AND NOT "second"
      =("exact one", "exact two")
      UNLESS { "excused" OR ~("fuzzy") }
    }
    LABEL "contentHash" { "contentMetadata" AND "labelMatches" }
    LABEL "猫" { ANY("third", "first", ALL("x", "y")) }
    UNLESS { "everything is \"fine\"" AND "second" }
    PRIORITY: "猫" > "contentHash"
    """#,
  ]

  static func template(_ text: String) throws -> ReportTemplate {
    try ReportTemplate(
      policy: try CompiledPolicy.compile(text),
      subject: .policy(id: "policy-id", key: "a \"key\"", versionID: "version-id"))
  }

  /// One in four scores is unknown: its feature failed.
  ///
  /// - Parameter isExpedited: whether some features are left out.
  static func item(
    index: Int, policy: CompiledPolicy, isExpedited: Bool, using random: inout SeededGenerator
  ) -> EvaluatedItem {
    let scores = policy.features.map { _ in
      Int.random(in: 0..<100, using: &random) < 25
        ? Score.unknown : Score(Double(Int.random(in: 0...1_000_000_000, using: &random)) / 1e9)
    }
    let unscored =
      isExpedited ? policy.features.indices.filter { _ in Int.random(in: 0..<100, using: &random) < 30 } : []
    return EvaluatedItem(
      index: index, contentHash: "hash \(index)",
      metadata: Int.random(in: 0..<100, using: &random) < 50 ? ["b": "\u{1}é\"", "a": ""] : [:],
      report: policy.evaluate(
        scores: scores, threshold: Double(Int.random(in: 1...100, using: &random)) / 100, unscored: unscored),
      usage: TokenUsage(input: Int.random(in: 0...5_000, using: &random), multiplier: policy.complexityScore))
  }
}
