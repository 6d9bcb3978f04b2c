extension Parser {
  // MARK: "=" strings | "~" strings | "SENTIMENT" strings; strings = "(" STRING { [","] STRING } [","] ")"

  mutating func parseMatch(_ kind: MatchKind) -> ConditionSyntax? {
    let start = advance()
    guard let opening = take(.leftParenthesis) else {
      report(
        .missingParenthesis, "expected `(` after `\(kind.keyword)`, found \(found)", at: current.range)
      return nil
    }
    var strings: [StringSyntax] = []
    while !current.is(.rightParenthesis) {
      guard let string = takeString() else {
        reportNoString(opening, kind, isFirst: strings.isEmpty)
        return nil
      }
      strings.append(checked(trimmed(string)))
      _ = take(.comma)
    }
    let range = start.range.union(advance().range)
    if strings.isEmpty {
      report(.emptyList, "`\(kind.keyword)` holds no string", at: range)
      return nil
    }
    return ConditionSyntax(.match(kind, strings), range: range)
  }

  private mutating func reportNoString(_ opening: Token, _ kind: MatchKind, isFirst: Bool) {
    switch current.kind {
    case .keyword(.or):
      report(
        .unexpectedToken, "the strings of `\(kind.keyword)` are alternatives already: expected `,`, found \(found)",
        at: current.range, fixes: [.init("write `,`", range: current.range, replacement: ",")])
    case .keyword(.and), .keyword(.not), .keyword(.any), .keyword(.all), .keyword(.none), .punctuation(.question),
      .punctuation(.leftBracket):
      report(
        .unexpectedToken, "`\(kind.keyword)` holds strings alone: expected a string or `)`, found \(found)",
        at: current.range)
    default: reportUnclosed(opening, expected: "a string in quotes", isFirst: isFirst)
    }
  }

  // MARK: signal [ "[" OPERATOR "]" signal ]; signal = STRING [ "?" ]

  mutating func parseSignalOrContext() -> ConditionSyntax? {
    guard let subject = parseSignal() else { return nil }
    guard current.is(.leftBracket) else { return ConditionSyntax(.signal(subject), range: subject.range) }
    guard let op = parseOperator() else { return nil }
    guard let object = parseSignal() else {
      reportUnexpected(expected: "a signal in quotes after [\(op.name.abridged)]", code: .missingCondition)
      return nil
    }
    if current.is(.leftBracket) {
      report(.unexpectedToken, "a relation joins two signals: expected the next rule, found `[`", at: current.range)
      return nil
    }
    return ConditionSyntax(
      .context(subject: subject, operator: op, object: object), range: subject.range.union(object.range))
  }

  private mutating func parseSignal() -> SignalSyntax? {
    guard let string = takeString() else { return nil }
    let text = checked(trimmed(string))
    guard let mark = take(.question) else { return SignalSyntax(text: text, isQuestion: false, range: text.range) }
    return SignalSyntax(text: text, isQuestion: true, range: text.range.union(mark.range))
  }

  /// Reports a string that cannot be a signal.
  private mutating func checked(_ string: StringSyntax) -> StringSyntax {
    let count = string.value.unicodeScalars.count
    if !string.value.hasVisibleCharacters {
      report(.emptySignal, "a signal needs words", at: string.range)
    } else if count > PolicyLimits.signalCharacters {
      report(
        .signalTooLong, "a signal of \(count) characters is over the limit of \(PolicyLimits.signalCharacters)",
        at: string.range)
    }
    return string
  }

  // MARK: OPERATOR

  private mutating func parseOperator() -> OperatorSyntax? {
    let opening = advance()
    var words: [String] = []
    while true {
      switch current.kind {
      case .word, .keyword: words.append(text(of: advance().range))
      default:
        guard let closing = take(.rightBracket) else {
          report(
            .missingBracket, "expected `]`, found \(found)", at: current.range,
            notes: [.init("it closes the bracket opened here", range: opening.range)])
          return nil
        }
        return operatorSyntax(words, range: opening.range.union(closing.range))
      }
    }
  }

  private mutating func operatorSyntax(_ words: [String], range: SourceRange) -> OperatorSyntax? {
    let written = words.joined(separator: " ")
    let name = written.uppercased()
    if words.isEmpty {
      report(.missingCondition, "the brackets hold no operator", at: range)
      return nil
    }
    if name.unicodeScalars.count > PolicyLimits.signalCharacters {
      report(
        .signalTooLong, "an operator is at most \(PolicyLimits.signalCharacters) characters long", at: range)
      return nil
    }
    if name != written {
      diagnostics.warn(
        .operatorCase, "the operator [\(written)] is written in capitals", at: range,
        fixes: [.init("write [\(name)]", range: range, replacement: "[\(name)]")])
    }
    return OperatorSyntax(name: name, range: range)
  }
}
