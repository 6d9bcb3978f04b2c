package import PolicyLanguage
internal import SignalScoring

/// Why a policy's features scored as they did on one content.
package struct Explanation: Sendable, Hashable {
  /// What one scorer said of one feature, or why nobody could.
  package struct Entry: Sendable, Hashable {
    /// Its index.
    package var feature: Int
    /// -1 with a failure.
    package var score: Double
    /// The scorer by its name, and whose place it took, and what it found on an image; or `failed: ` and the reason.
    package var source: String
    /// Where in the content it was found, for a reader to look at.
    package var places: [SourceRange]
  }

  /// In the order of the features.
  package var entries: [Entry]

  /// - Parameter isAsked: whether failures belong to it.
  /// - Returns: nil where there is nothing to say.
  init?(_ scored: ScoredContent, of content: Content, isAsked: Bool) {
    let failures = isAsked ? scored.failures : [:]
    if scored.answers.isEmpty, failures.isEmpty { return nil }
    let spans = scored.answers.flatMap { $0.evidence?.spans ?? [] }
    let places = SourceLocation.places(
      of: Set(spans.flatMap { [$0.lowerBound, $0.upperBound] }), in: content.text ?? "")
    entries = scored.answers.map { answer in
      var source = answer.asked.map { "\(answer.scorer) instead of \($0)" } ?? answer.scorer
      if let finding = answer.evidence?.finding { source += ": \(finding)" }
      return Entry(
        feature: answer.feature, score: answer.score, source: source,
        places: (answer.evidence?.spans ?? []).compactMap { span in
          guard let start = places[span.lowerBound], let end = places[span.upperBound] else { return nil }
          return SourceRange(start: start, end: end)
        })
    }
    entries += failures.map { Entry(feature: $0.key, score: -1, source: "failed: \($0.value.message)", places: []) }
    entries.sort { $0.feature < $1.feature }
  }
}
