public import PolicyEvaluation

/// Answers from a table, so that a policy's logic can be tried without a model.
///
/// A key is a feature's canonical source, or for a concept its bare words: `dogs`, `"dogs" [IN] "park"`,
/// `SENTIMENT("angry")`. Keys match as features do: trimmed, white space runs as one space, whatever the case. An exact
/// or fuzzy feature that the table does not name is left to the scorers after this one; any other fails.
public struct ScriptedScorer: SignalScorer {
  public let version = "scripted"
  private let scores: [String: Double]

  /// - Throws: `ScoringError` for a score outside 0...1, and for two keys that mean one feature.
  public init(_ table: [String: Double]) throws(ScoringError) {
    var scores: [String: Double] = [:]
    for (key, score) in table {
      guard score >= 0, score <= 1 else {
        throw ScoringError(.unsupported, "the score of `\(key)` is not a number from 0 to 1")
      }
      guard scores.updateValue(score, forKey: Self.fold(key)) == nil else {
        throw ScoringError(.unsupported, "`\(key)` is given a score more than once")
      }
    }
    self.scores = scores
  }

  public func cost(of kind: Feature.Kind) -> ScoringCost? {
    switch kind {
    case .exact, .fuzzy: score(of: kind) == nil ? nil : .matching
    case .concept, .context, .question, .sentiment: .matching
    }
  }

  public func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    ScriptedSignals(
      results: features.map { feature in
        if let score = score(of: feature.kind) { return .scored(score) }
        return .failed(ScoringError(.unsupported, "no score is given for `\(feature.expression)`"))
      })
  }

  private func score(of kind: Feature.Kind) -> Double? {
    if let score = scores[kind.identity] { return score }
    guard case .concept(let words) = kind else { return nil }
    return scores[Self.fold(words)]
  }

  private static func fold(_ key: String) -> String {
    key.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

private struct ScriptedSignals: ImmediateSignals {
  let results: [SignalResult]

  func scoreImmediately(_ content: Content) -> [SignalResult] { results }
}
