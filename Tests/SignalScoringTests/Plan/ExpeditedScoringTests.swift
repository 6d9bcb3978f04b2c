import PolicyEvaluation
import SignalScoring
import Testing

/// What an expedited scoring leaves unasked, and that it makes no difference.
struct ExpeditedScoringTests {
  private static let policy = #"""
    LABEL "lexical" { =("bomb") }
    LABEL "model" { "weapons" AND "threat" }
    PRIORITY: "lexical" > "model"
    """#

  /// A match by search alone settles what it suppresses: no model is asked.
  @Test func matchingSettles() async throws {
    let model = FakeScorer([#""weapons""#: 0.9, #""threat""#: 0.9])
    let plan = try await Self.plan([model])
    let scored = try await plan.score(TextContent("a bomb"), threshold: 0.5, expedited: true)
    #expect(model.log.asked == [])
    #expect(scored.unscored == [1, 2])
    #expect(scored.failures == [:])
  }

  /// A cheap model that settles the matter spares the dear one.
  @Test func cheapBeforeDear() async throws {
    let embedded = FakeScorer([#""weapons""#: 0.1], cost: .embedded)
    let remote = FakeScorer([#""threat""#: 0.9], cost: .remote)
    let plan = try await Self.plan([remote, embedded])
    let scored = try await plan.score(TextContent("none"), threshold: 0.5, expedited: true)
    #expect(remote.log.asked == [])
    #expect(embedded.log.asked == [[#""weapons""#]])
    #expect(scored.known == [0, 0.1, nil])
    #expect(scored.unscored == [2])
  }

  /// Without expediting, every feature is scored.
  @Test func fullScoringAsksAll() async throws {
    let embedded = FakeScorer([#""weapons""#: 0.1], cost: .embedded)
    let remote = FakeScorer([#""threat""#: 0.9], cost: .remote)
    let plan = try await Self.plan([remote, embedded])
    let scored = try await plan.score(TextContent("a bomb"), threshold: 0.5, expedited: false)
    #expect(scored.known == [1, 0.1, 0.9])
    #expect(scored.unscored == [])
  }

  /// Only open features are passed on to a scorer that can take some; one that cannot is asked all and all is used.
  @Test(arguments: [true, false])
  func passesOnWhatIsOpen(isSelective: Bool) async throws {
    let policy = try CompiledPolicy.compile(
      #"LABEL "one" { =("bomb") AND "weapons" } LABEL "two" { "threat" }"#)
    var model = FakeScorer([#""weapons""#: 0.9, #""threat""#: 0.9])
    model.isSelective = isSelective
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [LexicalScorer(), model])
    let scored = try await plan.score(TextContent("none"), threshold: 0.5, expedited: true)
    #expect(model.log.asked == [isSelective ? [#""threat""#] : [#""weapons""#, #""threat""#]])
    #expect(scored.known == [0, isSelective ? nil : 0.9, 0.9])
  }

  /// A failure leaves the other ways to settle a label open, and does not stop the scoring.
  @Test func failureDoesNotSettle() async throws {
    let embedded = FakeScorer([#""weapons""#: .failed(ScoringError(.inferenceFailed, "broken"))])
    let remote = FakeScorer([#""threat""#: 0.1], cost: .remote)
    let plan = try await Self.plan([remote, embedded])
    let scored = try await plan.score(TextContent("none"), threshold: 0.5, expedited: true)
    #expect(remote.log.asked == [[#""threat""#]])
    #expect(scored.failures.keys.sorted() == [1])
    #expect(scored.unscored == [])
  }

  /// On every combination of scores, expedited or not, each label's outcome is the same.
  @Test func sameOutcomes() async throws {
    let policy = try CompiledPolicy.compile(
      #"""
      LABEL "a" { "one" AND NOT "two" ~("bomb") UNLESS { "three" } }
      LABEL "b" { NONE("one", "four") "three" AND "four" }
      UNLESS { "two" AND "four" }
      PRIORITY: "a" > "b"
      """#)
    var wrong: [Int] = []
    for bits in 0..<64 {
      func score(_ bit: Int) -> Double { bits >> bit & 1 == 1 ? 0.8 : 0.2 }
      let scorers: [any SignalScorer] = [
        FakeScorer([#"~("bomb")"#: score(5)], cost: .matching),
        FakeScorer([#""one""#: score(0), #""two""#: score(1)], cost: .embedded),
        FakeScorer([#""three""#: score(2), #""four""#: score(3), #"~("bomb")"#: score(4)], cost: .remote),
      ]
      let plan = try await ScoringPlan.prepare(policy: policy, scorers: scorers)
      let outcomes = try await [false, true].asyncMap { expedited in
        let scored = try await plan.score(TextContent("x"), threshold: 0.5, expedited: expedited)
        return policy.evaluate(scores: scored.scores, threshold: 0.5, unscored: scored.unscored)
          .labels.map(\.verdict.outcome)
      }
      if outcomes[0] != outcomes[1] { wrong.append(bits) }
    }
    #expect(wrong == [])
  }

  private static func plan(_ models: [FakeScorer]) async throws -> ScoringPlan {
    try await ScoringPlan.prepare(policy: CompiledPolicy.compile(policy), scorers: [LexicalScorer()] + models)
  }
}

extension Array where Element: Sendable {
  fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
    var results: [T] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
