public import PolicyEvaluation
internal import TextMatching

/// Answers by searching the text: exact features wholly, fuzzy ones in form. Always there, and needs no model.
public struct LexicalScorer: SignalScorer {
  public let version = "lexical-1"

  public init() {}

  public func cost(of kind: Feature.Kind) -> ScoringCost? {
    switch kind {
    case .exact, .fuzzy: .matching
    case .concept, .context, .question, .sentiment: nil
    }
  }

  public func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    LexicalSignals(
      matcher: PhraseMatcher(
        try features.map { feature in
          switch feature.kind {
          case .exact(let words): return Phrase(words, mode: .exact)
          case .fuzzy(let words): return Phrase(words, mode: .fuzzy)
          case .concept, .context, .question, .sentiment:
            throw ScoringError(.unsupported, "a search of the text cannot answer `\(feature.expression)`")
          }
        }))
  }
}

/// A policy's phrases, all searched for in one pass over a content.
private struct LexicalSignals: ImmediateSignals {
  let matcher: PhraseMatcher

  func scoreImmediately(_ content: Content) -> [SignalResult] {
    // An image is searched once its writing has been read.
    guard case .text(let text) = content else { return [] }
    return matcher.matches(in: text.text).map { match in
      guard let match else { return .scored(0) }
      return .scored(match.score, evidence: Evidence(spans: Array(match.spans.prefix(Evidence.maximumSpans))))
    }
  }
}
