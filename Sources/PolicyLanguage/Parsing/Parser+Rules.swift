extension Parser {
  // MARK: { rule [","] } [ exception ] "}"

  /// The rules after an opening brace, and the closing one.
  mutating func parseRules(
    opening: Token, canHaveException: Bool
  ) -> (rules: [RuleSyntax], exception: ExceptionSyntax?) {
    var rules: [RuleSyntax] = []
    var exception: ExceptionSyntax?
    while true {
      if take(.rightBrace) != nil { return (rules, exception) }
      if isAtEnd || current.is(.label) || current.is(.section) || current.is(.priority) {
        reportMissingBrace(opening)
        return (rules, exception)
      }
      if current.is(.unless) || current.is(.except) || isMisspeltException {
        if canHaveException { parseInnerException(&exception) } else { skipInnerException() }
        continue
      }
      let start = current
      if let rule = parseRule() {
        if let exception {
          report(
            .ruleAfterException, "rules stand before the exception", at: rule.range,
            notes: [.init("the exception is here", range: exception.range)])
        }
        rules.append(rule)
        _ = take(.comma)
      } else {
        skipToRule(from: start)
      }
    }
  }

  private mutating func reportMissingBrace(_ opening: Token) {
    let end = SourceRange(start: previousEnd, end: previousEnd)
    report(
      .missingBrace, "expected `}`, found \(found)", at: current.range,
      notes: [.init("it closes the brace opened here", range: opening.range)],
      fixes: [.init("close the brace", range: end, replacement: "\n}")])
  }

  /// `UNLES {`: reported, then read as an exception.
  private var isMisspeltException: Bool {
    guard current.kind == .word, peek(1).is(.leftBrace) else { return false }
    return Keyword.nearest(to: text(of: current.range)) == .unless
  }

  private mutating func parseInnerException(_ exception: inout ExceptionSyntax?) {
    let start = current
    if current.kind == .word { reportUnexpected(expected: "a condition or `}`") }
    guard let parsed = parseException() else { return }
    if let first = exception {
      report(
        .repeatedException, "a label has at most one exception", at: start.range,
        notes: [.init("the first is here", range: first.range)])
    } else {
      exception = parsed
    }
  }

  /// An exception in an exception is passed over and not read: reading it would be a recursion that a text decides on.
  private mutating func skipInnerException() {
    report(.unexpectedToken, "an exception has no exception of its own", at: current.range)
    let start = advance()
    if start.is(.except) { _ = take(.when) }
    if current.is(.leftBrace) { skipBraces() }
  }

  private mutating func parseRule() -> RuleSyntax? {
    openParentheses = 0
    guard let condition = parseOr(depth: 0) else { return nil }
    return RuleSyntax(condition: condition, range: condition.range, source: text(of: condition.range))
  }

  /// Passes over what cannot be read and the parentheses around it: to a comma, to the closing brace, or to the first
  /// thing of a later line that may be a rule.
  private mutating func skipToRule(from start: Token) {
    let line = current.range.start.line
    if current.range.start == start.range.start, !current.is(.leftBrace) { advance() }
    while !isAtEnd, !current.is(.rightBrace), !beginsItem {
      if current.is(.leftBrace) {
        skipBraces()
        continue
      }
      if openParentheses == 0 {
        if current.range.start.line > line, beginsCondition || current.kind == .word { return }
        if take(.comma) != nil { return }
      }
      advance()
    }
  }
}
