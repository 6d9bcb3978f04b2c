import PolicyEvaluation
import SignalScoring

/// A policy put through all of its life in the process: compiled, its signals scored, evaluated.
struct ConformanceRun {
  static let defaultThreshold = 0.5

  let policy: CompiledPolicy
  let scored: ScoredContent
  let report: PolicyReport

  init(policyText: String, of test: ConformanceCase) async throws {
    policy = try CompiledPolicy.compile(policyText)
    let plan = try await ScoringPlan.prepare(
      policy: policy, scorers: [ScriptedScorer(test.scores ?? [:]), LexicalScorer()])
    let threshold = test.threshold ?? Self.defaultThreshold
    let content = TextContent(hash: test.name, text: test.text ?? "")
    scored = try await plan.score(content, threshold: threshold, expedited: false)
    report = policy.evaluate(scores: scored.scores, threshold: threshold, unscored: scored.unscored)
  }

  /// How the report differs from what is expected, in words.
  func differences(from expected: ExpectedReport) -> [String] {
    let labels = Dictionary(
      zip(policy.labels, report.labels).map { ($0.name, (label: $0, report: $1)) }, uniquingKeysWith: { $1 })
    var found = Differences()
    found.compare("labels", labels.keys.sorted(), expected.labels.keys.sorted())
    let matches = labels.filter { $1.report.verdict.outcome == .true }.keys.sorted()
    found.compare("matches", matches, expected.matches)
    let suppressed = labels.filter { $1.report.isSuppressed }.keys.sorted()
    found.compare("suppressed", suppressed, expected.suppressed?.sorted() ?? [])
    for (name, verdict) in expected.labels { found.compare("label \(name)", labels[name]?.report.verdict, verdict) }
    if let verdict = expected.policy { found.compare("policy", report.verdict, verdict) }
    if let verdict = expected.policyException {
      found.compare("policy exception", report.exception?.verdict, verdict)
    }
    for (name, verdict) in expected.exceptions ?? [:] {
      found.compare("exception of \(name)", labels[name]?.report.exception?.verdict, verdict)
    }
    for (name, rules) in expected.rules ?? [:] {
      found.compare("rules of \(name)", labels[name]?.label.rules.map(\.source) ?? [], rules.map(\.source))
      for (rule, actual) in zip(rules, labels[name]?.report.rules ?? []) {
        found.compare("rule \(rule.source)", actual, rule.verdict)
      }
    }
    for (name, message) in expected.messages ?? [:] {
      found.compare("message of \(name)", labels[name]?.label.message, message)
    }
    if let features = expected.features { found.compare("features", policy.features.map(\.expression), features) }
    if let failed = expected.failed {
      found.compare("failed", scored.failures.keys.sorted().map { policy.features[$0].expression }, failed)
    }
    return found.lines
  }
}

/// Collects what is not as expected.
private struct Differences {
  private(set) var lines: [String] = []

  mutating func compare<Value: Equatable>(_ what: String, _ actual: Value, _ expected: Value) {
    if actual != expected { lines.append("\(what): \(actual), expected \(expected)") }
  }

  mutating func compare(_ what: String, _ actual: Verdict?, _ expected: ExpectedVerdict) {
    guard let actual else {
      lines.append("\(what): missing")
      return
    }
    if actual.outcome.name != expected.outcome {
      lines.append("\(what): \(actual.outcome.name), expected \(expected.outcome)")
    }
    if let score = expected.score, abs(actual.score - score) > 1e-9 {
      lines.append("\(what): \(actual.score), expected \(score)")
    }
  }
}

extension Outcome {
  fileprivate var name: String {
    switch self {
    case .false: "FALSE"
    case .true: "TRUE"
    case .failed: "FAILED"
    case .unsettled: "UNSETTLED"
    }
  }
}
