/// What a rule asks of a content.
public struct ConditionSyntax: Sendable, Hashable {
  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Sendable, Hashable {
    /// `"dogs"`, or a question, `"is somebody threatened"?`.
    case signal(SignalSyntax)
    /// `"dogs" [IN] "park"`.
    case context(subject: SignalSyntax, operator: OperatorSyntax, object: SignalSyntax)
    /// `=("a", "b")`, `~("a")`, `SENTIMENT("a")`: any of the strings.
    case match(MatchKind, [StringSyntax])
    /// `ANY(...)`, `ALL(...)`, `NONE(...)`.
    case list(ListKind, [ConditionSyntax])
    /// Parentheses: one condition, or any of several.
    case group([ConditionSyntax])
    case not(ConditionSyntax)
    /// Two or more, joined by AND; flat, so that a long chain is not deep.
    case and([ConditionSyntax])
    /// Two or more, joined by OR; flat likewise.
    case or([ConditionSyntax])
  }
}

public enum MatchKind: Sendable, Hashable { case exact, fuzzy, sentiment }

public enum ListKind: String, Sendable, Hashable {
  case any = "ANY"
  case all = "ALL"
  case none = "NONE"
}

/// A quoted signal, a question when a `?` follows it.
public struct SignalSyntax: Sendable, Hashable {
  public var text: StringSyntax
  public var isQuestion: Bool
  /// With its question mark.
  public var range: SourceRange

  public init(text: StringSyntax, isQuestion: Bool, range: SourceRange) {
    self.text = text
    self.isQuestion = isQuestion
    self.range = range
  }
}

/// The words between the brackets of a context condition.
public struct OperatorSyntax: Sendable, Hashable {
  /// In capitals, one space between words.
  public var name: String
  /// With its brackets.
  public var range: SourceRange

  public init(name: String, range: SourceRange) {
    self.name = name
    self.range = range
  }
}
