internal import PolicyLanguage

/// A policy's tree with every check resolved to its feature: between the syntax and the program.
struct ResolvedPolicy {
  struct Rule {
    var syntax: RuleSyntax
    var expression: Expression
  }

  struct Exception {
    var syntax: ExceptionSyntax
    var rules: [Rule]
  }

  struct Label {
    var syntax: LabelSyntax
    var rules: [Rule]
    var exception: Exception?
  }

  private(set) var labels: [Label] = []
  private(set) var exception: Exception?
  private(set) var features: [Feature]

  /// Features are numbered as they stand in the text, wherever in it the policy's own exception stands.
  init(_ syntax: PolicySyntax) {
    var table = FeatureTable()
    for item in syntax.items {
      switch item {
      case .label(let label):
        labels.append(
          Label(
            syntax: label, rules: Self.rules(label.rules, &table),
            exception: label.exception.map { Exception(syntax: $0, rules: Self.rules($0.rules, &table)) }))
      case .exception(let syntax) where exception == nil:
        exception = Exception(syntax: syntax, rules: Self.rules(syntax.rules, &table))
      case .exception, .priority:
        continue
      }
    }
    features = table.features
  }

  private static func rules(_ rules: [RuleSyntax], _ table: inout FeatureTable) -> [Rule] {
    rules.map { Rule(syntax: $0, expression: Expression($0.condition, features: &table)) }
  }
}
