import PolicyEvaluation
import SignalScoring
import Testing

/// What search alone answers.
struct LexicalScorerTests {
  /// It takes exact and fuzzy features, and leaves the rest to models.
  @Test func kinds() {
    let kinds: [Feature.Kind] = [
      .exact("a"), .fuzzy("a"), .concept("a"), .question("a"), .sentiment("a"),
      .context(subject: "a", relation: "IN", object: "b"),
    ]
    #expect(kinds.map { LexicalScorer().cost(of: $0) } == [.matching, .matching, nil, nil, nil, nil])
  }

  /// Exact finds the word alone, fuzzy its disguises too, each with the place it was found at.
  @Test func findsAndShows() async throws {
    let policy = try CompiledPolicy.of(#"=("cat")"#, #"=("dog")"#, #"~("hate")"#, #"~("love")"#)
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [LexicalScorer()])
    let text = "A CAT to concatenate, CAT! I h4t3 it, dogma"
    let scored = try await plan.score(TextContent(text), threshold: 0.5, expedited: false, explained: true)
    let found = scored.answers.map { answer in
      (answer.evidence?.spans ?? []).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    }
    #expect(scored.scores.map { $0.lower >= 0.5 } == [true, false, true, false])
    #expect(found == [["CAT", "CAT"], [], ["h4t3"], []])
  }

  /// However often a phrase is found, no more places are shown than a report holds.
  @Test func boundsEvidence() async throws {
    let policy = try CompiledPolicy.of(#"=("cat")"#)
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [LexicalScorer()])
    let text = Array(repeating: "cat", count: 1000).joined(separator: " ")
    let scored = try await plan.score(TextContent(text), threshold: 0.5, expedited: false, explained: true)
    #expect(scored.answers.map(\.evidence?.spans.count) == [Evidence.maximumSpans])
  }
}
