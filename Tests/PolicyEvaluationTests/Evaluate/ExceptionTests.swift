import PolicyEvaluation
import PolicyLanguage
import Testing

/// Exceptions: a label's own, and the policy's.
struct ExceptionTests {
  struct Case: Sendable {
    /// Of the signals rule, own and all: the label's rule, its exception, the policy's exception.
    var scores: [Double?]
    var verdict: Verdict
  }

  static let cases = [
    Case(scores: [0.9, 0.2, 0.1], verdict: Verdict(outcome: .true, score: 0.8)),
    Case(scores: [0.9, 0.1, 0.3], verdict: Verdict(outcome: .true, score: 0.7)),
    Case(scores: [0.6, 0.1, 0.1], verdict: Verdict(outcome: .true, score: 0.6)),
    Case(scores: [0.9, 0.8, 0.1], verdict: Verdict(outcome: .false, score: 0.2)),
    Case(scores: [0.9, 0.1, 0.8], verdict: Verdict(outcome: .false, score: 0.2)),
    Case(scores: [0.9, 0.5, 0.5], verdict: Verdict(outcome: .true, score: 0.5)),
    Case(scores: [0.1, nil, nil], verdict: Verdict(outcome: .false, score: 0.1)),
    Case(scores: [0.9, nil, 0.1], verdict: Verdict(outcome: .failed, score: -1)),
    Case(scores: [0.9, nil, 0.8], verdict: Verdict(outcome: .false, score: 0.2)),
    Case(scores: [nil, 0.9, 0.1], verdict: Verdict(outcome: .false, score: 0.1)),
  ]

  /// The label is the least of its rules and the complements of both exceptions.
  @Test(arguments: cases)
  func holdsBack(_ test: Case) {
    let policy = CompiledPolicy(
      Syntax.policy(
        Syntax.label("l", Syntax.concept("rule"), unless: Syntax.exception(Syntax.concept("own"))),
        unless: Syntax.exception(Syntax.concept("all"))))
    let report = policy.evaluate(scores: test.scores.map { $0.map { Score($0) } ?? .unknown }, threshold: 0.5)
    #expect(report.labels[0].verdict == test.verdict)
    #expect(report.verdict == test.verdict)
  }

  /// A policy's exception holds back every label and is reported once, with each of its rules.
  @Test func policyExceptionIsEveryLabels() {
    let policy = CompiledPolicy(
      Syntax.policy(
        Syntax.label("a", Syntax.concept("a")), Syntax.label("b", Syntax.concept("b")),
        unless: Syntax.exception(Syntax.concept("news"), Syntax.concept("fiction"))))
    let report = policy.evaluate(scores: [.one, .one, Score(0.2), Score(0.9)], threshold: 0.5)
    #expect(report.labels.map(\.verdict.outcome) == [.false, .false])
    #expect(report.exception?.verdict == Verdict(outcome: .true, score: 0.9))
    #expect(report.exception?.rules.map(\.outcome) == [.false, .true])
  }

  /// A failed signal spoils the labels that depend on it and no other.
  @Test func failureSpoilsOnlyWhatDependsOnIt() {
    let wrong = RandomCase.seeds(300).filter { seed in
      let random = RandomCase(seed: seed)
      guard !random.scores.isEmpty, random.syntax.priorities.isEmpty else { return false }
      let failed = seed % random.scores.count
      var scores = random.scores
      scores[failed] = .unknown
      let with = random.policy.evaluate(scores: random.scores, threshold: random.threshold)
      let without = random.policy.evaluate(scores: scores, threshold: random.threshold)
      return zip(with.labels, without.labels).contains { with, without in
        without.verdict.outcome != .failed && without.verdict.outcome != with.verdict.outcome
      }
    }
    #expect(wrong == [])
  }
}
