internal import PolicyLanguage

/// A condition in the algebra's own terms, its checks resolved to features.
indirect enum Expression {
  case feature(Int)
  case least([Expression])
  case greatest([Expression])
  case complement(Expression)

  /// Resolves a condition, noting its checks in the table.
  ///
  /// It descends as deep as the condition is nested, which the parser bounds.
  init(_ condition: ConditionSyntax, features: inout FeatureTable) {
    switch condition.kind {
    case .signal(let signal):
      let kind: Feature.Kind = signal.isQuestion ? .question(signal.text.value) : .concept(signal.text.value)
      self = .feature(features.index(of: kind, at: condition.range))
    case .context(let subject, let relation, let object):
      // A question mark within a relation adds nothing: both sides are words that the relation joins.
      let kind = Feature.Kind.context(
        subject: subject.text.value, relation: relation.name, object: object.text.value)
      self = .feature(features.index(of: kind, at: condition.range))
    case .match(let match, let strings):
      self = .greatest(strings.map { .feature(features.index(of: match.kind($0.value), at: $0.range)) })
    case .list(.any, let items), .group(let items), .or(let items):
      self = .greatest(items.map { Expression($0, features: &features) })
    case .list(.all, let items), .and(let items):
      self = .least(items.map { Expression($0, features: &features) })
    case .list(.none, let items):
      self = .complement(.greatest(items.map { Expression($0, features: &features) }))
    case .not(let inner):
      self = .complement(Expression(inner, features: &features))
    }
  }

  /// How many things are joined, at every depth: what the policy's complexity counts.
  var operandCount: Int {
    switch self {
    case .feature: 0
    case .least(let inputs), .greatest(let inputs): inputs.reduce(inputs.count) { $0 + $1.operandCount }
    case .complement(let inner): 1 + inner.operandCount
    }
  }
}

extension MatchKind {
  fileprivate func kind(_ words: String) -> Feature.Kind {
    switch self {
    case .exact: .exact(words)
    case .fuzzy: .fuzzy(words)
    case .sentiment: .sentiment(words)
    }
  }
}
