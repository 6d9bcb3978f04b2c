import PolicyEvaluation
import PolicyLanguage

/// The algebra as the reference states it, by recursion over the tree: slow, plain, and written apart from the program
/// that it checks.
struct NaiveEvaluator {
  var scores: [Feature.Kind: Score]
  var threshold: Double

  init(_ policy: CompiledPolicy, scores: [Score], threshold: Double) {
    self.scores = Dictionary(
      zip(policy.features.map { Self.folded($0.kind) }, scores), uniquingKeysWith: { first, _ in first })
    self.threshold = threshold
  }

  // MARK: Intervals

  func value(_ condition: ConditionSyntax) -> Score {
    switch condition.kind {
    case .signal(let signal):
      score(signal.isQuestion ? .question(signal.text.value) : .concept(signal.text.value))
    case .context(let subject, let relation, let object):
      score(.context(subject: subject.text.value, relation: relation.name, object: object.text.value))
    case .match(let kind, let words):
      greatest(
        words.map { word in
          switch kind {
          case .exact: score(.exact(word.value))
          case .fuzzy: score(.fuzzy(word.value))
          case .sentiment: score(.sentiment(word.value))
          }
        })
    case .list(.any, let items), .or(let items), .group(let items): greatest(items.map(value))
    case .list(.all, let items), .and(let items): least(items.map(value))
    case .list(.none, let items): complement(greatest(items.map(value)))
    case .not(let inner): complement(value(inner))
    }
  }

  func value(_ rules: [RuleSyntax]) -> Score { greatest(rules.map { value($0.condition) }) }

  private func score(_ kind: Feature.Kind) -> Score { scores[Self.folded(kind)] ?? .unknown }

  private func least(_ scores: [Score]) -> Score {
    Score(lower: scores.map(\.lower).min() ?? 1, upper: scores.map(\.upper).min() ?? 1)
  }

  private func greatest(_ scores: [Score]) -> Score {
    Score(lower: scores.map(\.lower).max() ?? 0, upper: scores.map(\.upper).max() ?? 0)
  }

  private func complement(_ score: Score) -> Score { Score(lower: 1 - score.upper, upper: 1 - score.lower) }

  // MARK: Verdicts

  func verdict(_ score: Score) -> Verdict {
    if score.lower >= threshold { return Verdict(outcome: .true, score: score.lower) }
    if score.upper < threshold { return Verdict(outcome: .false, score: score.upper) }
    return Verdict(outcome: .failed, score: -1)
  }

  func exception(_ syntax: ExceptionSyntax?) -> PolicyReport.Exception? {
    syntax.map {
      PolicyReport.Exception(verdict: verdict(value($0.rules)), rules: $0.rules.map { verdict(value($0.condition)) })
    }
  }

  func labels(_ policy: PolicySyntax) -> [PolicyReport.Label] {
    let exceptions = [policy.exception].compactMap { $0.map { value($0.rules) } }
    let values = policy.labels.map { label in
      least(
        [value(label.rules)]
          + (exceptions + [label.exception].compactMap { $0.map { value($0.rules) } }).map(complement))
    }
    let own = values.map(verdict)
    return policy.labels.enumerated().map { index, label in
      let above = Self.above(label.name.value, policy).compactMap { name in
        policy.labels.firstIndex { $0.name.value == name }
      }
      let isSuppressed = above.contains { own[$0].outcome == .true }
      var verdict = own[index]
      if isSuppressed {
        let score = values[index].upper < threshold ? values[index].upper : values[index].lower
        verdict = Verdict(outcome: .false, score: score)
      } else if verdict.outcome == .true, above.contains(where: { own[$0].outcome == .failed }) {
        verdict = Verdict(outcome: .failed, score: -1)
      }
      return PolicyReport.Label(
        verdict: verdict, rules: label.rules.map { self.verdict(value($0.condition)) },
        exception: exception(label.exception), isSuppressed: isSuppressed)
    }
  }

  func verdict(_ labels: [PolicyReport.Label]) -> Verdict {
    let standing = labels.filter { !$0.isSuppressed }.map(\.verdict)
    if standing.contains(where: { $0.outcome == .true }) {
      return Verdict(outcome: .true, score: standing.map(\.score).max() ?? 0)
    }
    if standing.contains(where: { $0.outcome == .failed }) { return Verdict(outcome: .failed, score: -1) }
    return Verdict(outcome: .false, score: standing.map(\.score).max() ?? 0)
  }

  /// Every label above one, by following the pairs of all priority lines until nothing is added.
  static func above(_ name: String, _ policy: PolicySyntax) -> Set<String> {
    let pairs = policy.priorities.flatMap { line in
      zip(line.labels, line.labels.dropFirst()).map { (upper: $0.value, lower: $1.value) }
    }
    var above: Set<String> = []
    while true {
      let more = pairs.filter { $0.lower == name || above.contains($0.lower) }.map(\.upper)
      if above.isSuperset(of: more) { return above }
      above.formUnion(more)
    }
  }

  private static func folded(_ kind: Feature.Kind) -> Feature.Kind {
    switch kind {
    case .concept(let words): .concept(words.lowercased())
    case .context(let subject, let relation, let object):
      .context(subject: subject.lowercased(), relation: relation, object: object.lowercased())
    case .question(let words): .question(words.lowercased())
    case .exact(let words): .exact(words.lowercased())
    case .fuzzy(let words): .fuzzy(words.lowercased())
    case .sentiment(let words): .sentiment(words.lowercased())
    }
  }
}
