import PolicyLanguage

/// Short ways to write a policy's tree, so that a test shows its shape and nothing else.
enum Syntax {
  static let nowhere = SourceRange(start: .start, end: .start)

  static func string(_ value: String) -> StringSyntax { StringSyntax(value: value, range: nowhere) }

  static func condition(_ kind: ConditionSyntax.Kind) -> ConditionSyntax { ConditionSyntax(kind, range: nowhere) }

  static func signal(_ words: String, isQuestion: Bool = false) -> SignalSyntax {
    SignalSyntax(text: string(words), isQuestion: isQuestion, range: nowhere)
  }

  static func concept(_ words: String) -> ConditionSyntax { condition(.signal(signal(words))) }

  static func question(_ words: String) -> ConditionSyntax { condition(.signal(signal(words, isQuestion: true))) }

  static func context(_ subject: String, _ relation: String, _ object: String) -> ConditionSyntax {
    condition(
      .context(
        subject: signal(subject), operator: OperatorSyntax(name: relation, range: nowhere), object: signal(object)))
  }

  static func match(_ kind: MatchKind, _ words: String...) -> ConditionSyntax {
    condition(.match(kind, words.map(string)))
  }

  static func not(_ inner: ConditionSyntax) -> ConditionSyntax { condition(.not(inner)) }

  static func and(_ items: ConditionSyntax...) -> ConditionSyntax { condition(.and(items)) }

  static func or(_ items: ConditionSyntax...) -> ConditionSyntax { condition(.or(items)) }

  static func list(_ kind: ListKind, _ items: ConditionSyntax...) -> ConditionSyntax { condition(.list(kind, items)) }

  static func rules(_ conditions: [ConditionSyntax]) -> [RuleSyntax] {
    conditions.map { RuleSyntax(condition: $0, range: nowhere, source: "") }
  }

  static func exception(_ conditions: ConditionSyntax...) -> ExceptionSyntax { exception(conditions) }

  static func exception(_ conditions: [ConditionSyntax]) -> ExceptionSyntax {
    ExceptionSyntax(keyword: .unless, rules: rules(conditions), range: nowhere)
  }

  static func label(
    _ name: String, _ conditions: ConditionSyntax..., unless exception: ExceptionSyntax? = nil
  ) -> LabelSyntax {
    label(name, conditions, unless: exception)
  }

  static func label(_ name: String, _ conditions: [ConditionSyntax], unless exception: ExceptionSyntax?) -> LabelSyntax
  {
    LabelSyntax(
      keyword: .label, name: string(name), message: nil, rules: rules(conditions), exception: exception, range: nowhere)
  }

  static func policy(
    _ labels: LabelSyntax..., unless exception: ExceptionSyntax? = nil, priorities: [[String]] = []
  ) -> PolicySyntax {
    policy(labels, unless: exception, priorities: priorities)
  }

  static func policy(
    _ labels: [LabelSyntax], unless exception: ExceptionSyntax?, priorities: [[String]]
  ) -> PolicySyntax {
    PolicySyntax(
      items: labels.map(PolicyItem.label)
        + (exception.map { [.exception($0)] } ?? [])
        + priorities.map { .priority(PrioritySyntax(labels: $0.map(string), range: nowhere)) })
  }
}
