/// A policy as written: labels, priorities, at most one exception of its own, and the comments between them.
public struct PolicySyntax: Sendable, Hashable {
  /// In source order.
  public var items: [PolicyItem]
  /// Every comment of the text, in source order, wherever it stands.
  public var comments: [Comment]

  public init(items: [PolicyItem], comments: [Comment] = []) {
    self.items = items
    self.comments = comments
  }

  /// The labels, in source order.
  public var labels: [LabelSyntax] {
    items.compactMap { if case .label(let label) = $0 { label } else { nil } }
  }

  /// The `PRIORITY` lines, in source order.
  public var priorities: [PrioritySyntax] {
    items.compactMap { if case .priority(let priority) = $0 { priority } else { nil } }
  }

  /// The policy's own exception: the first, where a text has more than the one allowed.
  public var exception: ExceptionSyntax? {
    items.lazy.compactMap { if case .exception(let exception) = $0 { exception } else { nil } }.first
  }
}

/// One thing at the top level of a policy.
public enum PolicyItem: Sendable, Hashable {
  case label(LabelSyntax)
  case priority(PrioritySyntax)
  case exception(ExceptionSyntax)
}

/// A named group of rules; any one of them is enough.
public struct LabelSyntax: Sendable, Hashable {
  /// The word it was declared with: they mean the same.
  public enum Keyword: Sendable, Hashable { case label, section }

  public var keyword: Keyword
  /// Trimmed; what a client gets back.
  public var name: StringSyntax
  /// The text after the colon, word for word.
  public var message: StringSyntax?
  public var rules: [RuleSyntax]
  public var exception: ExceptionSyntax?
  /// From the keyword to the closing brace.
  public var range: SourceRange

  public init(
    keyword: Keyword, name: StringSyntax, message: StringSyntax?, rules: [RuleSyntax], exception: ExceptionSyntax?,
    range: SourceRange
  ) {
    self.keyword = keyword
    self.name = name
    self.message = message
    self.rules = rules
    self.exception = exception
    self.range = range
  }
}

/// One condition of a label or an exception.
public struct RuleSyntax: Sendable, Hashable {
  public var condition: ConditionSyntax
  public var range: SourceRange
  /// The rule's own text, cut from the policy as it was written.
  public var source: String

  public init(condition: ConditionSyntax, range: SourceRange, source: String) {
    self.condition = condition
    self.range = range
    self.source = source
  }
}

/// `UNLESS { }`, or `EXCEPT WHEN { }` in its older spelling.
public struct ExceptionSyntax: Sendable, Hashable {
  public enum Keyword: Sendable, Hashable { case unless, exceptWhen }

  public var keyword: Keyword
  public var rules: [RuleSyntax]
  /// From the keyword to the closing brace.
  public var range: SourceRange

  public init(keyword: Keyword, rules: [RuleSyntax], range: SourceRange) {
    self.keyword = keyword
    self.rules = rules
    self.range = range
  }
}

/// `PRIORITY: "a" > "b" > "c"`: each suppresses those after it.
public struct PrioritySyntax: Sendable, Hashable {
  /// Two or more label names, trimmed, the strongest first.
  public var labels: [StringSyntax]
  public var range: SourceRange

  public init(labels: [StringSyntax], range: SourceRange) {
    self.labels = labels
    self.range = range
  }
}

/// A quoted text.
public struct StringSyntax: Sendable, Hashable {
  /// What the quotes hold, escapes resolved. Names and signals are trimmed; messages are kept word for word.
  public var value: String
  /// With its quotes.
  public var range: SourceRange

  public init(value: String, range: SourceRange) {
    self.value = value
    self.range = range
  }
}

/// `// to the end of the line`.
public struct Comment: Sendable, Hashable {
  /// With its slashes, without the newline, trailing white space removed.
  public var text: String
  public var range: SourceRange
  /// Whether something other than white space stands before it on its line.
  public var isTrailing: Bool

  public init(text: String, range: SourceRange, isTrailing: Bool) {
    self.text = text
    self.range = range
    self.isTrailing = isTrailing
  }
}
