internal import PolicyLanguage

extension Feature.Kind {
  /// As the formatter writes it: `"dogs"`, `"dogs" [IN] "park"`, `"is it"?`, `=("cat")`, `~("hate")`,
  /// `SENTIMENT("angry")`.
  public var canonicalSource: String {
    switch self {
    case .concept(let words): words.quoted
    case .context(let subject, let relation, let object): "\(subject.quoted) [\(relation)] \(object.quoted)"
    case .question(let words): "\(words.quoted)?"
    case .exact(let words): "=(\(words.quoted))"
    case .fuzzy(let words): "~(\(words.quoted))"
    case .sentiment(let words): "SENTIMENT(\(words.quoted))"
    }
  }

  /// Equal for two checks that are one feature: the canonical source with white space runs as one space and case
  /// folded. The same in every policy, so that scores can be kept under it.
  public var identity: String {
    mapWords { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.canonicalSource.lowercased()
  }

  var trimmed: Feature.Kind {
    mapWords { words in
      let start = words.drop(while: \.isWhitespace)
      guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
      return String(start[...last])
    }
  }

  private func mapWords(_ transform: (String) -> String) -> Feature.Kind {
    switch self {
    case .concept(let words): .concept(transform(words))
    case .context(let subject, let relation, let object):
      .context(subject: transform(subject), relation: relation, object: transform(object))
    case .question(let words): .question(transform(words))
    case .exact(let words): .exact(transform(words))
    case .fuzzy(let words): .fuzzy(transform(words))
    case .sentiment(let words): .sentiment(transform(words))
    }
  }
}
