extension String {
  /// In straight quotes, with the escapes the language has.
  public var quoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

extension MatchKind {
  /// How it is written: `=`, `~` or `SENTIMENT`.
  public var keyword: String {
    switch self {
    case .exact: "="
    case .fuzzy: "~"
    case .sentiment: "SENTIMENT"
    }
  }
}

extension SignalSyntax {
  /// As the formatter writes it: `"dogs"`, `"is it"?`.
  public var canonicalText: String { text.value.quoted + (isQuestion ? "?" : "") }
}

extension ConditionSyntax {
  /// As the formatter writes it on one line.
  public var canonicalText: String {
    var text = ""
    _ = append(to: &text, limit: .max)
    return text
  }

  /// As the formatter writes it on one line, where that has at most so many UTF-8 bytes. What does not fit is not
  /// written to its end, so that trying every part of a deep condition stays linear.
  func canonicalText(withinBytes limit: Int) -> String? {
    var text = ""
    return append(to: &text, limit: limit) ? text : nil
  }

  private func append(to text: inout String, limit: Int) -> Bool {
    switch kind {
    case .signal(let signal): text += signal.canonicalText
    case .context(let subject, let op, let object):
      text += "\(subject.canonicalText) [\(op.name)] \(object.canonicalText)"
    case .match(let kind, let strings):
      text += "\(kind.keyword)("
      for (index, string) in strings.enumerated() where text.utf8.count <= limit {
        text += (index > 0 ? ", " : "") + string.value.quoted
      }
      text += ")"
    case .list(let kind, let items):
      text += kind.rawValue
      return Self.append(items, separator: ", ", in: ("(", ")"), to: &text, limit: limit)
    case .group(let items): return Self.append(items, separator: ", ", in: ("(", ")"), to: &text, limit: limit)
    case .not(let operand):
      text += "NOT "
      return operand.append(to: &text, limit: limit)
    case .and(let items): return Self.append(items, separator: " AND ", in: ("", ""), to: &text, limit: limit)
    case .or(let items): return Self.append(items, separator: " OR ", in: ("", ""), to: &text, limit: limit)
    }
    return text.utf8.count <= limit
  }

  private static func append(
    _ items: [ConditionSyntax], separator: String, in ends: (String, String), to text: inout String, limit: Int
  ) -> Bool {
    text += ends.0
    for (index, item) in items.enumerated() {
      if index > 0 { text += separator }
      guard item.append(to: &text, limit: limit) else { return false }
    }
    text += ends.1
    return text.utf8.count <= limit
  }
}
