import PolicyEvaluation
import PolicyLanguage
import Testing

/// Stopping early says the same of every label as going on would have.
struct SettlingTests {
  /// Scoring in any order, only what is open and only until nothing is, ends in the full evaluation's outcomes.
  @Test func earlyStopChangesNoLabel() {
    let wrong = RandomCase.seeds(400).filter { seed in
      let random = RandomCase(seed: seed)
      let full = random.policy.evaluate(scores: random.scores, threshold: random.threshold)
      let (scores, unscored) = Self.expedite(random, seed: seed)
      let early = random.policy.evaluate(scores: scores, threshold: random.threshold, unscored: unscored)
      return early.labels.map(\.verdict.outcome) != full.labels.map(\.verdict.outcome)
        || early.labels.map(\.isSuppressed) != full.labels.map(\.isSuppressed)
        || early.verdict.outcome != full.verdict.outcome
        || early.unscoredFeatures != unscored
        || !random.policy.isSettled(scores: scores, threshold: random.threshold)
    }
    #expect(wrong == [])
  }

  /// An early report claims nothing of a rule that going on could have contradicted, and calls nothing failed.
  @Test func earlyRulesAreTrueFalseOrUnsettled() {
    let wrong = RandomCase.seeds(400).filter { seed in
      let random = RandomCase(seed: seed)
      let full = random.policy.evaluate(scores: random.scores, threshold: random.threshold)
      let (scores, unscored) = Self.expedite(random, seed: seed)
      let early = random.policy.evaluate(scores: scores, threshold: random.threshold, unscored: unscored)
      let pairs = zip(early.labels.flatMap(Self.parts), full.labels.flatMap(Self.parts))
      return pairs.contains { early, full in early.outcome != .unsettled && early.outcome != full.outcome }
    }
    #expect(wrong == [])
  }

  /// Whatever the features that are not open turn out to be, no label changes.
  @Test func closedFeaturesDoNotMatter() {
    let wrong = RandomCase.seeds(400).filter { seed in
      let random = RandomCase(seed: seed, failurePercent: 60)
      var generator = SeededGenerator(seed: seed &+ 5)
      let open = Set(random.policy.openFeatures(scores: random.scores, threshold: random.threshold))
      let before = random.policy.evaluate(scores: random.scores, threshold: random.threshold)
      let scores = random.scores.enumerated().map { index, score in
        score.value != nil || open.contains(index) ? score : Score(Double(Int.random(in: 0...1, using: &generator)))
      }
      let after = random.policy.evaluate(scores: scores, threshold: random.threshold)
      return before.labels.map(\.verdict.outcome) != after.labels.map(\.verdict.outcome)
    }
    #expect(wrong == [])
  }

  /// There are open features exactly as long as something is not settled.
  @Test func openMeansUnsettled() {
    let wrong = RandomCase.seeds(400).filter { seed in
      let random = RandomCase(seed: seed, failurePercent: 50)
      let open = random.policy.openFeatures(scores: random.scores, threshold: random.threshold)
      return open.isEmpty != random.policy.isSettled(scores: random.scores, threshold: random.threshold)
        || open.contains { random.scores[$0].value != nil }
    }
    #expect(wrong == [])
  }

  /// The side of AND that can no longer matter is closed, and so is a label that another suppresses.
  @Test func prunesWithinAndBetweenLabels() {
    let policy = CompiledPolicy(
      Syntax.policy(
        Syntax.label("upper", Syntax.and(Syntax.concept("a"), Syntax.concept("b"))),
        Syntax.label("lower", Syntax.concept("c")), priorities: [["upper", "lower"]]))
    let cases: [([Score], [Int])] = [
      ([.unknown, .unknown, .unknown], [0, 1, 2]),
      ([.zero, .unknown, .unknown], [2]),
      ([.one, .unknown, .unknown], [1, 2]),
      ([.one, .one, .unknown], []),
      ([.unknown, .unknown, .zero], [0, 1]),
      ([.zero, .unknown, .one], []),
    ]
    #expect(cases.map { policy.openFeatures(scores: $0.0, threshold: 0.5) } == cases.map(\.1))
  }

  /// A rule that only a left-out feature could decide is unsettled, one that a failed feature spoils is FAILED.
  @Test func unsettledIsNotFailed() {
    let policy = CompiledPolicy(
      Syntax.policy(
        Syntax.label(
          "l", Syntax.concept("sure"), Syntax.concept("skipped"), Syntax.concept("failed"),
          Syntax.and(Syntax.concept("skipped"), Syntax.concept("failed")), Syntax.not(Syntax.concept("skipped")))))
    let report = policy.evaluate(scores: [.one, .unknown, .unknown], threshold: 0.5, unscored: [1])
    #expect(report.labels[0].rules.map(\.outcome) == [.true, .unsettled, .failed, .unsettled, .unsettled])
    #expect(report.labels[0].rules.map(\.score) == [1, 0, -1, 0, 0])
  }

  private static func parts(_ label: PolicyReport.Label) -> [Verdict] {
    label.rules + (label.exception.map { [$0.verdict] + $0.rules } ?? [])
  }

  /// Scores open features one at a time, in an order of the seed's, until none is open.
  private static func expedite(_ random: RandomCase, seed: Int) -> (scores: [Score], unscored: [Int]) {
    var generator = SeededGenerator(seed: seed &+ 1_000_003)
    var scores = random.scores.map { _ in Score.unknown }
    while let next = random.policy.openFeatures(scores: scores, threshold: random.threshold)
      .randomElement(using: &generator)
    {
      scores[next] = random.scores[next]
    }
    return (scores, scores.indices.filter { scores[$0] == .unknown })
  }
}
