import PolicyEvaluation
import SignalScoring
import Testing

/// Who answers what, and what a feature scores when several do, or nobody.
struct ScoringPlanTests {
  /// Each feature goes to the first scorer that has a cost for it.
  @Test func prefersInOrder() async throws {
    let policy = try CompiledPolicy.of(#""a""#, #""b""#, #""c""#)
    let first = FakeScorer([#""a""#: 0.1, #""b""#: 0.2], cost: .remote)
    let second = FakeScorer([#""b""#: 0.8, #""c""#: 0.9], cost: .embedded)
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [first, second])
    let scored = try await plan.score(TextContent("x"), threshold: 0.5, expedited: false)
    #expect(scored.known == [0.1, 0.2, 0.9])
    #expect(first.log.asked == [[#""a""#, #""b""#]])
    #expect(second.log.asked == [[#""c""#]])
  }

  /// What nobody answers fails by name, and nothing else fails with it.
  @Test func nobodyAnswers() async throws {
    let policy = try CompiledPolicy.of(#""a""#, #""b" [IN] "c""#, #"=("x")"#)
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [LexicalScorer()])
    let scored = try await plan.score(TextContent("an x"), threshold: 0.5, expedited: false)
    #expect(plan.needsOnlyMatching)
    #expect(scored.known == [nil, nil, 1])
    #expect(scored.failures.mapValues(\.code) == [0: .unsupported, 1: .unsupported])
    #expect(scored.failures[1]?.message.contains("a relation between two concepts") == true)
    #expect(scored.unscored == [])
  }

  struct FuzzyCase: Sendable, CustomTestStringConvertible {
    var form: Double?
    var meaning: SignalResult?
    var score: Score
    var isFailed = false
    var asked = 1
    var testDescription: String { "form \(form.map { "\($0)" } ?? "none"), \(score)" }
  }

  private static let broken = SignalResult.failed(ScoringError(.inferenceFailed, "broken"))

  /// A fuzzy feature is the greater of form and meaning; what could not be had leaves it open upwards.
  @Test(arguments: [
    FuzzyCase(form: 0.2, meaning: .scored(0.7), score: Score(0.7)),
    FuzzyCase(form: 0.7, meaning: .scored(0.2), score: Score(0.7)),
    FuzzyCase(form: 1, meaning: .scored(0.2), score: .one, asked: 0),
    FuzzyCase(form: 0.6, meaning: broken, score: Score(lower: 0.6, upper: 1), isFailed: true),
    FuzzyCase(form: 1, meaning: broken, score: .one, asked: 0),
    FuzzyCase(form: 0.6, meaning: .scored(.nan), score: Score(lower: 0.6, upper: 1), isFailed: true),
    FuzzyCase(form: 0.6, meaning: nil, score: Score(0.6), asked: 0),
    FuzzyCase(form: nil, meaning: .scored(0.3), score: Score(0.3)),
  ])
  func fuzzyIsFormOrMeaning(_ test: FuzzyCase) async throws {
    let policy = try CompiledPolicy.of(#"~("hate")"#)
    let form = FakeScorer(test.form.map { [#"~("hate")"#: $0] } ?? [:], cost: .matching)
    let meaning = FakeScorer(test.meaning.map { [#"~("hate")"#: $0] } ?? [:])
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [meaning, form])
    let scored = try await plan.score(TextContent("x"), threshold: 0.5, expedited: false)
    #expect(scored.scores == [test.score])
    #expect(scored.failures.isEmpty != test.isFailed)
    #expect(meaning.log.asked.count == test.asked)
  }

  /// A scorer that cannot be prepared fails its own features; a fuzzy one keeps what its form shows.
  @Test func preparationFails() async throws {
    let policy = try CompiledPolicy.of(#""a""#, #"~("hate")"#, #""b""#)
    var model = FakeScorer([#""a""#: 0.9, #"~("hate")"#: 0.9])
    let error = ScoringError(.modelUnavailable, "the model's files are missing")
    model.preparationError = error
    let form = FakeScorer([#"~("hate")"#: 0.6], cost: .matching)
    let plan = try await ScoringPlan.prepare(
      policy: policy, scorers: [form, model, FakeScorer([#""b""#: 0.4], cost: .remote)])
    let scored = try await plan.score(TextContent("x"), threshold: 0.5, expedited: false)
    #expect(scored.scores == [.unknown, Score(lower: 0.6, upper: 1), Score(0.4)])
    #expect(scored.failures == [0: error, 1: error])
    #expect(plan.preparationFailures == [error])
  }

  /// A scorer that answers too little, too much or no number spoils only the features that it left open.
  @Test(arguments: [ScoringCost.matching, .embedded])
  func answersOutOfBounds(cost: ScoringCost) async throws {
    let policy = try CompiledPolicy.of(#""a""#, #""b""#, #""c""#, #""d""#)
    var model = FakeScorer([#""a""#: 7, #""b""#: -1, #""c""#: .nan, #""d""#: 0.5], cost: cost)
    model.missing = 1
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [model])
    let scored = try await plan.score(TextContent("x"), threshold: 0.5, expedited: false)
    #expect(scored.known == [1, 0, nil, nil])
    #expect(scored.failures.keys.sorted() == [2, 3])
  }

  /// Where a model has to be asked there is no immediate answer, and there is one as soon as it need not be.
  @Test func immediateOnlyWithoutModels() async throws {
    let policy = try CompiledPolicy.compile(#"LABEL "l" { =("x") AND "a" }"#)
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [LexicalScorer(), FakeScorer([#""a""#: 0.9])])
    let with = TextContent("an x")
    let without = TextContent("none")
    #expect(plan.scoreImmediately(.text(with), threshold: 0.5, expedited: true) == nil)
    #expect(plan.scoreImmediately(.text(without), threshold: 0.5, expedited: false) == nil)
    #expect(plan.scoreImmediately(.text(without), threshold: 0.5, expedited: true)?.unscored == [1])
    #expect(!plan.needsOnlyMatching)
  }

  /// A cancelled scoring throws, and scores nothing.
  @Test func cancels() async throws {
    let policy = try CompiledPolicy.of(#""a""#)
    let model = FakeScorer([#""a""#: 0.9])
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [model])
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await plan.score(TextContent("x"), threshold: 0.5, expedited: false)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(model.log.asked == [])
  }

  /// One plan serves many contents at once.
  @Test func manyAtOnce() async throws {
    let policy = try CompiledPolicy.of(#"=("seven")"#, #""a""#, #""b""#)
    let plan = try await ScoringPlan.prepare(
      policy: policy,
      scorers: [LexicalScorer(), FakeScorer([#""a""#: 0.4]), FakeScorer([#""b""#: 0.3], cost: .remote)],
      cache: ScoreCache(capacity: 64))
    let wrong = try await withThrowingTaskGroup(of: Int?.self) { group in
      for number in 0..<200 {
        group.addTask {
          let content = TextContent(number % 7 == 0 ? "seven \(number % 35)" : "other \(number % 35)")
          let scored = try await plan.score(content, threshold: 0.5, expedited: false)
          return scored.known == [number % 7 == 0 ? 1 : 0, 0.4, 0.3] ? nil : number
        }
      }
      return try await group.reduce(into: [Int]()) { if let wrong = $1 { $0.append(wrong) } }
    }
    #expect(wrong == [])
  }
}
