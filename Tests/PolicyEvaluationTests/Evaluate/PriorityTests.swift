import PolicyEvaluation
import PolicyLanguage
import Testing

/// Labels that hold others back.
struct PriorityTests {
  struct Case: Sendable {
    var name: String
    var priorities: [[String]]
    /// Of the labels a, b, c, d, each with one signal of its own.
    var scores: [Double?]
    var outcomes: [Outcome]
    var suppressed: [Bool]
    var verdict: Verdict
  }

  static let cases = [
    Case(
      name: "none", priorities: [], scores: [0.9, 0.8, 0.7, 0.6], outcomes: [.true, .true, .true, .true],
      suppressed: [false, false, false, false], verdict: Verdict(outcome: .true, score: 0.9)),
    Case(
      name: "the top of a chain holds all below it", priorities: [["a", "b", "c", "d"]],
      scores: [0.6, 0.9, 0.8, 0.2], outcomes: [.true, .false, .false, .false],
      suppressed: [false, true, true, true], verdict: Verdict(outcome: .true, score: 0.6)),
    Case(
      name: "through a label between that did not match", priorities: [["a", "b", "c"]],
      scores: [0.6, 0.1, 0.8, 0.7], outcomes: [.true, .false, .false, .true],
      suppressed: [false, true, true, false], verdict: Verdict(outcome: .true, score: 0.7)),
    Case(
      name: "two lines make one order", priorities: [["b", "c"], ["a", "b"]], scores: [0.6, 0.1, 0.8, 0.1],
      outcomes: [.true, .false, .false, .false], suppressed: [false, true, true, false],
      verdict: Verdict(outcome: .true, score: 0.6)),
    Case(
      name: "a suppressed label still suppresses", priorities: [["a", "b"], ["b", "c"]], scores: [0.9, 0.9, 0.9, 0.1],
      outcomes: [.true, .false, .false, .false], suppressed: [false, true, true, false],
      verdict: Verdict(outcome: .true, score: 0.9)),
    Case(
      name: "one that does not match holds nothing", priorities: [["a", "b"]], scores: [0.49, 0.9, 0.1, 0.1],
      outcomes: [.false, .true, .false, .false], suppressed: [false, false, false, false],
      verdict: Verdict(outcome: .true, score: 0.9)),
    Case(
      name: "a failed label above leaves a match unknown", priorities: [["a", "b", "c"]], scores: [nil, 0.9, 0.1, 0.1],
      outcomes: [.failed, .failed, .false, .false], suppressed: [false, false, true, false],
      verdict: Verdict(outcome: .failed, score: -1)),
    Case(
      name: "a match above settles what failed below", priorities: [["a", "b"]], scores: [0.9, nil, 0.1, 0.1],
      outcomes: [.true, .false, .false, .false], suppressed: [false, true, false, false],
      verdict: Verdict(outcome: .true, score: 0.9)),
    Case(
      name: "a match beside a failure is still a match", priorities: [], scores: [nil, 0.9, 0.1, 0.1],
      outcomes: [.failed, .true, .false, .false], suppressed: [false, false, false, false],
      verdict: Verdict(outcome: .true, score: 0.9)),
    Case(
      name: "one of two above is enough", priorities: [["a", "c"], ["b", "c"]], scores: [nil, 0.8, 0.9, 0.1],
      outcomes: [.failed, .true, .false, .false], suppressed: [false, false, true, false],
      verdict: Verdict(outcome: .true, score: 0.8)),
  ]

  /// Each label's outcome after the priorities, and the policy's.
  @Test(arguments: cases)
  func suppresses(_ test: Case) {
    let policy = CompiledPolicy(
      Syntax.policy(
        ["a", "b", "c", "d"].map { Syntax.label($0, Syntax.concept($0)) }, unless: nil, priorities: test.priorities))
    let report = policy.evaluate(scores: test.scores.map { $0.map { Score($0) } ?? .unknown }, threshold: 0.5)
    #expect(report.labels.map(\.verdict.outcome) == test.outcomes)
    #expect(report.labels.map(\.isSuppressed) == test.suppressed)
    #expect(report.verdict == test.verdict)
    let kept = zip(report.labels, test.scores).allSatisfy { label, score in
      !label.isSuppressed || label.verdict.score == score ?? 0
    }
    #expect(kept, "a suppressed label keeps its own score")
  }

  /// The longest order a policy can have, more labels than a machine word has bits.
  @Test func longChain() {
    let names = (0..<500).map { "label \($0)" }
    let policy = CompiledPolicy(
      Syntax.policy(names.map { Syntax.label($0, Syntax.concept($0)) }, unless: nil, priorities: [names]))
    let scores = names.indices.map { $0 < 130 ? Score.zero : Score.one }
    let report = policy.evaluate(scores: scores, threshold: 0.5)
    #expect(report.labels.indices.filter { report.labels[$0].verdict.outcome == .true } == [130])
    #expect(report.labels.indices.filter { report.labels[$0].isSuppressed } == Array(131..<500))
  }

  /// A tree that the parser would have refused does no harm: a cycle and an unknown name are passed over.
  @Test func refusedPrioritiesDoNoHarm() {
    let policy = CompiledPolicy(
      Syntax.policy(
        Syntax.label("a", Syntax.concept("a")), Syntax.label("b", Syntax.concept("b")),
        priorities: [["a", "b"], ["b", "a"], ["a", "nobody", "b"]]))
    let report = policy.evaluate(scores: [.one, .zero], threshold: 0.5)
    #expect(report.labels.map(\.verdict.outcome) == [.true, .false])
  }
}
