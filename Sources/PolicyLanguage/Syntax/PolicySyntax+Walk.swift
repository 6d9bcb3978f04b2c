extension PolicyItem {
  public var range: SourceRange {
    switch self {
    case .label(let label): label.range
    case .priority(let priority): priority.range
    case .exception(let exception): exception.range
    }
  }
}

extension PolicySyntax {
  /// Every list of rules: each label's, its exception's, the policy's own exception's.
  func forEachRuleList(_ body: ([RuleSyntax]) -> Void) {
    for item in items {
      switch item {
      case .label(let label):
        body(label.rules)
        if let exception = label.exception { body(exception.rules) }
      case .exception(let exception): body(exception.rules)
      case .priority: break
      }
    }
  }

  /// Every condition, in source order, the outer before those within it.
  func forEachCondition(_ body: (ConditionSyntax) -> Void) {
    forEachRuleList { rules in
      for rule in rules { rule.condition.forEach(body) }
    }
  }
}

extension ConditionSyntax {
  /// What stands directly within it.
  public var children: [ConditionSyntax] {
    switch kind {
    case .signal, .context, .match: []
    case .list(_, let items), .group(let items), .and(let items), .or(let items): items
    case .not(let operand): [operand]
    }
  }

  func forEach(_ body: (ConditionSyntax) -> Void) {
    body(self)
    for child in children { child.forEach(body) }
  }

  /// The atomic checks it names itself: their canonical text and place.
  var checks: [(text: String, range: SourceRange)] {
    switch kind {
    case .signal, .context: [(canonicalText, range)]
    case .match(let kind, let strings): strings.map { ("\(kind.keyword)(\($0.value.quoted))", $0.range) }
    case .list, .group, .not, .and, .or: []
    }
  }
}
