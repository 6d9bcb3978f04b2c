/// A piece of a policy's text that the grammar speaks of.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    /// A quoted text, escapes resolved, not trimmed.
    case string(String)
    case keyword(Keyword)
    /// Letters that are no keyword.
    case word
    case punctuation(Punctuation)
    /// A character that means nothing in the language.
    case unexpected
    case end
  }

  var kind: Kind
  var range: SourceRange

  func `is`(_ keyword: Keyword) -> Bool { kind == .keyword(keyword) }

  func `is`(_ punctuation: Punctuation) -> Bool { kind == .punctuation(punctuation) }
}
