import PolicyEvaluation
import SignalScoring
import Testing

/// What is kept of models' answers, and what is asked again.
struct CachedScoringTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var policy = #"LABEL "l" { "a" "b" }"#
    var second = #"LABEL "l" { "a" "b" }"#
    var text = "x"
    var version = "fake-1"
    var bypassing = false
    /// What the second scoring asks the model.
    var asked: [[String]]
  }

  /// A score is kept under the content, the feature as folded, and the model: the second scoring asks for the rest.
  @Test(arguments: [
    Case(testDescription: "the same", asked: []),
    Case(testDescription: "another policy", second: #"LABEL "m" { "B" AND " a " }"#, asked: []),
    Case(testDescription: "one feature more", second: #"LABEL "l" { "c" "a" }"#, asked: [[#""c""#]]),
    Case(testDescription: "another content", text: "y", asked: [[#""a""#, #""b""#]]),
    Case(testDescription: "another model", version: "fake-2", asked: [[#""a""#, #""b""#]]),
    Case(testDescription: "bypassed", bypassing: true, asked: [[#""a""#, #""b""#]]),
    Case(testDescription: "another kind", second: #"LABEL "l" { "a"? }"#, asked: [[#""a"?"#]]),
  ])
  func asksOnce(_ test: Case) async throws {
    let cache = ScoreCache(capacity: 100)
    let answers: [String: Double] = [
      #""a""#: 0.1, #""b""#: 0.2, #""B""#: 0.2, #""c""#: 0.3, #""a"?"#: 0.4,
    ]
    let first = try await ScoringPlan.prepare(
      policy: .compile(test.policy), scorers: [FakeScorer(answers)], cache: cache)
    _ = try await first.score(TextContent("x"), threshold: 0.5, expedited: false)
    var model = FakeScorer(answers)
    model.version = test.version
    let policy = try CompiledPolicy.compile(test.second)
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [model], cache: cache)
    let scored = try await plan.score(
      TextContent(test.text), threshold: 0.5, expedited: false, bypassingCache: test.bypassing)
    #expect(model.log.asked == test.asked)
    #expect(scored.known == policy.features.map { answers[$0.expression] })
  }

  /// A failure is not kept: the next scoring asks again.
  @Test func failuresAreNotKept() async throws {
    let model = FakeScorer([#""a""#: .failed(ScoringError(.overloaded, "busy")), #""b""#: .scored(0.2)])
    let plan = try await ScoringPlan.prepare(
      policy: .of(#""a""#, #""b""#), scorers: [model], cache: ScoreCache(capacity: 100))
    for _ in 0..<2 { _ = try await plan.score(TextContent("x"), threshold: 0.5, expedited: false) }
    #expect(model.log.asked == [[#""a""#, #""b""#], [#""a""#]])
  }

  /// Once everything is kept, an answer needs no model and comes at once.
  @Test func keptScoresAreImmediate() async throws {
    let plan = try await ScoringPlan.prepare(
      policy: .of(#""a""#, #"~("b")"#),
      scorers: [FakeScorer([#"~("b")"#: 0.3], cost: .matching), FakeScorer([#""a""#: 0.1, #"~("b")"#: 0.6])],
      cache: ScoreCache(capacity: 100))
    let content = TextContent("x")
    #expect(plan.scoreImmediately(.text(content), threshold: 0.5, expedited: false) == nil)
    _ = try await plan.score(content, threshold: 0.5, expedited: false)
    #expect(plan.scoreImmediately(.text(content), threshold: 0.5, expedited: false)?.known == [0.1, 0.6])
    #expect(plan.scoreImmediately(.text(content), threshold: 0.5, expedited: false, bypassingCache: true) == nil)
  }
}
