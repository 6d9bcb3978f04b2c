import PolicyEvaluation
import PolicyLanguage
import Testing

/// Laws that hold of every policy, tried on policies and scores made from seeds.
struct AlgebraTests {
  /// The flat program gives exactly what recursion over the tree gives, at every node, with and without failures.
  @Test(arguments: [0, 25])
  func programEqualsNaiveEvaluation(failurePercent: Int) {
    let wrong = RandomCase.seeds(400).filter { seed in
      let random = RandomCase(seed: seed, failurePercent: failurePercent)
      let report = random.policy.evaluate(scores: random.scores, threshold: random.threshold)
      let naive = NaiveEvaluator(random.policy, scores: random.scores, threshold: random.threshold)
      let labels = naive.labels(random.syntax)
      return report.labels != labels || report.exception != naive.exception(random.syntax.exception)
        || report.verdict != naive.verdict(labels) || report.featureScores != random.scores
    }
    #expect(wrong == [])
  }

  /// A node is TRUE exactly when the score that is reported for it is no less than the threshold.
  @Test func scoreAndOutcomeAgree() {
    let wrong = RandomCase.seeds(300).filter { seed in
      let random = RandomCase(seed: seed)
      let scores = Self.unevenScores(random)
      // A threshold that is some feature's own score is where rounding would show.
      let threshold = scores.lazy.compactMap(\.value).first { $0 > 0 } ?? random.threshold
      let report = random.policy.evaluate(scores: scores, threshold: threshold)
      let verdicts =
        [report.verdict] + report.labels.filter { !$0.isSuppressed }.map(\.verdict)
        + report.labels.flatMap { $0.rules + Self.verdicts($0.exception) } + Self.verdicts(report.exception)
      return verdicts.contains { ($0.outcome == .true) != ($0.score >= threshold) || $0.outcome == .failed }
    }
    #expect(wrong == [])
  }

  /// What is FAILED says -1, and nothing else does.
  @Test func failedScoresAreMinusOne() {
    let wrong = RandomCase.seeds(300).filter { seed in
      let random = RandomCase(seed: seed, failurePercent: 40)
      let report = random.policy.evaluate(scores: random.scores, threshold: random.threshold)
      let verdicts = [report.verdict] + report.labels.flatMap { [$0.verdict] + $0.rules + Self.verdicts($0.exception) }
      return verdicts.contains { ($0.outcome == .failed) != ($0.score == -1) }
    }
    #expect(wrong == [])
  }

  /// A higher threshold adds no match to a policy without priorities; with them, only a label let go of by one above.
  @Test func raisingTheThresholdAddsNoMatch() {
    let wrong = RandomCase.seeds(300).filter { seed in
      let random = RandomCase(seed: seed)
      let scores = Self.unevenScores(random)
      let thresholds = stride(from: 0.05, through: 1, by: 0.05)
      let matched = thresholds.map { threshold in
        random.policy.evaluate(scores: scores, threshold: threshold).labels.enumerated()
          .filter { $1.verdict.outcome == .true || $1.isSuppressed && $1.verdict.score >= threshold }.map(\.offset)
      }
      return zip(matched, matched.dropFirst()).contains { !Set($0).isSuperset(of: $1) }
    }
    #expect(wrong == [])
  }

  /// De Morgan's laws and double negation hold of scores, to the last bit, whatever the scores.
  @Test func negationIsExact() {
    let wrong = RandomCase.seeds(300).filter { seed in
      var random = SeededGenerator(seed: seed)
      let first = RandomCase.condition(&random, depth: 2)
      let second = RandomCase.condition(&random, depth: 2)
      let pairs: [(ConditionSyntax, ConditionSyntax)] = [
        (Syntax.not(Syntax.and(first, second)), Syntax.or(Syntax.not(first), Syntax.not(second))),
        (Syntax.not(Syntax.or(first, second)), Syntax.and(Syntax.not(first), Syntax.not(second))),
        (Syntax.list(.none, first, second), Syntax.not(Syntax.list(.any, first, second))),
        (Syntax.not(Syntax.not(first)), first),
      ]
      let policy = CompiledPolicy(Syntax.policy(Syntax.label("laws", pairs.flatMap { [$0, $1] }, unless: nil)))
      let scores = policy.features.map { _ in
        random.chance(20) ? Score.unknown : Score(Double.random(in: 0...1, using: &random))
      }
      let threshold = Double.random(in: 0.01...1, using: &random)
      let rules = policy.evaluate(scores: scores, threshold: threshold).labels[0].rules
      return stride(from: 0, to: rules.count, by: 2).contains { rules[$0] != rules[$0 + 1] }
    }
    #expect(wrong == [])
  }

  /// A score that is no short binary fraction meets a threshold written the same way, however often it is negated.
  @Test(arguments: [0.1, 0.3, 0.7, 0.9, 1.0 / 3, 0.123456789])
  func complementReadsBack(score: Double) {
    let twice = Syntax.not(Syntax.not(Syntax.concept("a")))
    let policy = CompiledPolicy(Syntax.policy(Syntax.label("l", Syntax.concept("a"), twice)))
    let rules = policy.evaluate(scores: [Score(score)], threshold: (score * 1e9).rounded() / 1e9).labels[0].rules
    #expect(rules.allSatisfy { $0.outcome == .true && abs($0.score - score) <= 5e-10 })
  }

  /// Ends of an interval that are no scores say nothing, and missing scores are unknown: no crash, no match.
  @Test func nonsenseIsUnknown() {
    let policy = CompiledPolicy(Syntax.policy(Syntax.label("l", Syntax.concept("a"))))
    let nonsense: [[Score]] = [
      [], [Score(.nan)], [Score(lower: .nan, upper: .nan)], [Score(lower: -1, upper: 7)], [Score(lower: 1, upper: 0)],
      [Score(lower: -.infinity, upper: .infinity)],
    ]
    let outcomes = nonsense.map { policy.evaluate(scores: $0, threshold: 0.5).labels[0].verdict.outcome }
    #expect(outcomes == Array(repeating: .failed, count: nonsense.count))
  }

  private static func verdicts(_ exception: PolicyReport.Exception?) -> [Verdict] {
    exception.map { [$0.verdict] + $0.rules } ?? []
  }

  private static func unevenScores(_ random: RandomCase) -> [Score] {
    var generator = SeededGenerator(seed: random.seed &+ 77)
    return random.scores.map { _ in Score(Double(Int.random(in: 0...1000, using: &generator)) / 1000) }
  }
}
