internal import PolicyEvaluation

/// A feature as a yes/no question about a content.
struct SignalQuestion: Sendable, Hashable {
  let text: String

  /// Nil for an exact feature: whether a word stands in a text is not a model's to say.
  init?(_ kind: Feature.Kind) {
    switch kind {
    case .exact: return nil
    case .concept(let words): text = "Does the content show, or is it about, this: \(Self.line(words))?"
    case .context(let subject, let relation, let object):
      let relation = Self.line(relation).lowercased()
      text = """
        Does the content show both of these, "\(Self.line(subject))" and "\(Self.line(object))", so that the first \
        stands in the relation "\(relation)" to the second ("\(Self.line(subject)) \(relation) \(Self.line(object))")?
        """
    case .question(let words): text = "About the content: \(Self.line(words))?"
    case .fuzzy(let words):
      text = """
        Does the content use the word or phrase "\(Self.line(words))", misspelt or disguised too, or words that mean \
        nearly the same?
        """
    case .sentiment(let words): text = "Is the tone of the content as a whole this: \(Self.line(words))?"
    }
  }

  /// Two spellings that are one feature ask in the same words, but for case.
  private static func line(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
