import PolicyEvaluation
import SignalScoring
import Testing

/// Who answered, beside what.
struct FeatureAnswerTests {
  private static let standIn = SignalResult.scored(0.2, evidence: Evidence(spans: [0..<1]), by: "spare")

  /// Asked to explain, a plan names who answered each feature, both where two did, and what they found.
  @Test func explains() async throws {
    let form = FakeScorer([#"~("b")"#: .scored(0.3, evidence: Evidence(spans: [2..<3]))])
    var matching = form
    matching.cost = .matching
    matching.version = "form"
    let plan = try await ScoringPlan.prepare(
      policy: .of(#""a""#, #"~("b")"#), scorers: [matching, FakeScorer([#""a""#: 0.1, #"~("b")"#: 0.6])])
    let scored = try await plan.score(TextContent("x"), threshold: 0.5, expedited: false, explained: true)
    #expect(
      scored.answers == [
        FeatureAnswer(feature: 0, score: 0.1, scorer: "fake-1"),
        FeatureAnswer(feature: 1, score: 0.3, scorer: "form", evidence: Evidence(spans: [2..<3])),
        FeatureAnswer(feature: 1, score: 0.6, scorer: "fake-1"),
      ])
  }

  /// Not asked, it says nothing but that a stand-in answered.
  @Test func namesStandIns() async throws {
    let model = FakeScorer([#""a""#: .scored(0.1), #""b""#: Self.standIn])
    let plan = try await ScoringPlan.prepare(policy: .of(#""a""#, #""b""#), scorers: [model])
    let scored = try await plan.score(TextContent("x"), threshold: 0.5, expedited: false)
    #expect(scored.known == [0.1, 0.2])
    #expect(
      scored.answers == [
        FeatureAnswer(feature: 1, score: 0.2, scorer: "spare", asked: "fake-1", evidence: Evidence(spans: [0..<1]))
      ])
  }

  /// A stand-in's score is not kept: the next scoring asks again, and a kept one is told by its evidence.
  @Test func standInsAreNotKept() async throws {
    let kept = Evidence(spans: [4..<6])
    let model = FakeScorer([#""a""#: .scored(0.1, evidence: kept), #""b""#: Self.standIn])
    let plan = try await ScoringPlan.prepare(
      policy: .of(#""a""#, #""b""#), scorers: [model], cache: ScoreCache(capacity: 100))
    for _ in 0..<2 {
      let scored = try await plan.score(TextContent("x"), threshold: 0.5, expedited: false, explained: true)
      #expect(scored.answers.map(\.scorer) == ["fake-1", "spare"])
      #expect(scored.answers.first?.evidence == kept)
    }
    #expect(model.log.asked == [[#""a""#, #""b""#], [#""b""#]])
  }
}
