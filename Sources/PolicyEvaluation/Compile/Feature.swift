public import PolicyLanguage

/// One atomic check of a policy: scored once per content, wherever it stands.
///
/// Two places that write the same kind, the same words (trimmed, white space runs as one space, case folded) and the
/// same relation are one feature.
public struct Feature: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// How far the content shows it.
    case concept(String)
    /// That `subject` stands in the relation to `object`; both must be there. The relation is in capitals.
    case context(subject: String, relation: String, object: String)
    /// A yes/no question, without its question mark.
    case question(String)
    /// The word or phrase itself, ignoring case, on word borders.
    case exact(String)
    /// The same in form, or near in meaning.
    case fuzzy(String)
    /// The tone of the whole.
    case sentiment(String)
  }

  /// Its place in `CompiledPolicy.features`; dense, from 0.
  public var index: Int
  /// The words as first written, trimmed.
  public var kind: Kind
  /// Its canonical source, as the formatter writes it: `"dogs"`, `"dogs" [IN] "park"`, `"is it"?`, `=("cat")`,
  /// `~("hate")`, `SENTIMENT("angry")`. Unique in a policy up to case.
  public var expression: String
  /// Every place it stands in the policy's text, in source order.
  public var ranges: [SourceRange]

  public init(index: Int, kind: Kind, expression: String, ranges: [SourceRange]) {
    self.index = index
    self.kind = kind
    self.expression = expression
    self.ranges = ranges
  }
}
