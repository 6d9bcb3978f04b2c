import PolicyLanguage

extension PolicySyntax {
  /// What is meant alone: without places, source texts and comments, so that two ways of writing it are equal.
  var bare: PolicySyntax { PolicySyntax(items: items.map(\.bare)) }
}

private let nowhere = SourceRange(start: .start, end: .start)

extension PolicyItem {
  fileprivate var bare: PolicyItem {
    switch self {
    case .label(let label):
      .label(
        LabelSyntax(
          keyword: label.keyword, name: label.name.bare, message: label.message?.bare, rules: label.rules.map(\.bare),
          exception: label.exception?.bare, range: nowhere))
    case .priority(let priority): .priority(PrioritySyntax(labels: priority.labels.map(\.bare), range: nowhere))
    case .exception(let exception): .exception(exception.bare)
    }
  }
}

extension ExceptionSyntax {
  fileprivate var bare: ExceptionSyntax {
    ExceptionSyntax(keyword: keyword, rules: rules.map(\.bare), range: nowhere)
  }
}

extension RuleSyntax {
  fileprivate var bare: RuleSyntax { RuleSyntax(condition: condition.bare, range: nowhere, source: "") }
}

extension StringSyntax {
  fileprivate var bare: StringSyntax { StringSyntax(value: value, range: nowhere) }
}

extension SignalSyntax {
  fileprivate var bare: SignalSyntax { SignalSyntax(text: text.bare, isQuestion: isQuestion, range: nowhere) }
}

extension ConditionSyntax {
  fileprivate var bare: ConditionSyntax {
    let kind: Kind =
      switch self.kind {
      case .signal(let signal): .signal(signal.bare)
      case .context(let subject, let op, let object):
        .context(
          subject: subject.bare, operator: OperatorSyntax(name: op.name, range: nowhere), object: object.bare)
      case .match(let kind, let strings): .match(kind, strings.map(\.bare))
      case .list(let kind, let items): .list(kind, items.map(\.bare))
      case .group(let items): .group(items.map(\.bare))
      case .not(let operand): .not(operand.bare)
      case .and(let items): .and(items.map(\.bare))
      case .or(let items): .or(items.map(\.bare))
      }
    return ConditionSyntax(kind, range: nowhere)
  }
}
