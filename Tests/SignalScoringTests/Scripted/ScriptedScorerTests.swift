import PolicyEvaluation
import SignalScoring
import Testing

/// Scores from a table.
struct ScriptedScorerTests {
  /// A concept answers to its bare words or its source, all else to its source; case and spacing do not matter.
  @Test func keys() async throws {
    let scorer = try ScriptedScorer([
      "dogs": 0.1, #"  "Cats"  "#: 0.2, #""DOGS" [in] "park""#: 0.3, #""is it"?"#: 0.4, #"sentiment("angry")"#: 0.5,
      "big   dogs": 0.6,
    ])
    let policy = try CompiledPolicy.of(
      #""Dogs""#, #""cats""#, #""dogs" [IN] "Park""#, #""Is it"?"#, #"SENTIMENT("Angry")"#, #""Big dogs""#)
    let scored = try await Self.score(policy, [scorer, LexicalScorer()])
    #expect(scored.known == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
  }

  /// A feature that the table leaves out fails by its name; exact and fuzzy ones are searched for instead.
  @Test func missing() async throws {
    let scorer = try ScriptedScorer([#"=("listed")"#: 0.25])
    let policy = try CompiledPolicy.of(#""a" [IN] "b""#, #"=("word", "listed")"#, #"~("word")"#)
    let scored = try await Self.score(policy, [scorer, LexicalScorer()], text: "a word, listed")
    #expect(scored.known == [nil, 1, 0.25, 1])
    #expect(scored.failures[0]?.message == #"no score is given for `"a" [IN] "b"`"#)
  }

  /// A table that no policy could read the same way twice is refused.
  @Test(arguments: [["a": 1.5], ["a": -0.1], ["a": Double.nan], ["Dogs": 0.1, "dogs ": 0.2]])
  func refuses(_ table: [String: Double]) {
    #expect(throws: ScoringError.self) { try ScriptedScorer(table) }
  }

  private static func score(
    _ policy: CompiledPolicy, _ scorers: [any SignalScorer], text: String = ""
  ) async throws -> ScoredContent {
    try await ScoringPlan.prepare(policy: policy, scorers: scorers)
      .score(TextContent(text), threshold: 0.5, expedited: false)
  }
}
