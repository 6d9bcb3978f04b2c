extension Parser {
  // MARK: policy = { label | priority | exception }

  mutating func parsePolicy() -> [PolicyItem] {
    var items: [PolicyItem] = []
    while !isAtEnd {
      if current.is(.label) || current.is(.section) || isMisspeltLabel {
        items.append(.label(parseLabel()))
      } else if current.is(.unless) || current.is(.except) {
        if let exception = parseException() { items.append(.exception(exception)) }
      } else if current.is(.priority) {
        if let priority = parsePriority() { items.append(.priority(priority)) }
      } else {
        reportUnexpected(expected: "LABEL, PRIORITY or UNLESS")
        skipToItem()
      }
    }
    return items
  }

  /// `LABLE "name" {`: reported, then read as a label.
  private var isMisspeltLabel: Bool {
    guard current.kind == .word, case .string = peek(1).kind else { return false }
    let nearest = Keyword.nearest(to: text(of: current.range))
    return nearest == .label || nearest == .section
  }

  // MARK: label = ("LABEL" | "SECTION") STRING [ ":" STRING ] "{" { rule [","] } [ exception ] "}"

  private mutating func parseLabel() -> LabelSyntax {
    if current.kind == .word { reportUnexpected(expected: "LABEL") }
    let start = advance()
    let name = parseName(after: start)
    let message = parseMessage()
    var rules: [RuleSyntax] = []
    var exception: ExceptionSyntax?
    if let opening = takeOpeningBrace(of: "label") {
      (rules, exception) = parseRules(opening: opening, canHaveException: true)
      if rules.isEmpty, !isBroken(since: opening) {
        report(.emptyLabel, "the label `\(name.value.abridged)` has no rules", at: name.range)
      }
    }
    return LabelSyntax(
      keyword: start.is(.section) ? .section : .label, name: name, message: message, rules: rules,
      exception: exception, range: SourceRange(start: start.range.start, end: previousEnd))
  }

  private mutating func parseName(after start: Token) -> StringSyntax {
    if let string = takeString() {
      let name = trimmed(string)
      if !name.value.hasVisibleCharacters { report(.emptyName, "a label needs a name", at: name.range) }
      return name
    }
    reportUnexpected(expected: "the label's name in quotes", code: .missingName)
    // A name without its quotes: passed over, so that the label's rules are still read.
    while current.kind == .word || current.kind == .unexpected { advance() }
    return StringSyntax(value: "", range: start.range)
  }

  private mutating func parseMessage() -> StringSyntax? {
    if take(.colon) != nil {
      if let message = takeString() { return message }
      reportUnexpected(expected: "the label's message in quotes")
      while current.kind == .word || current.kind == .unexpected { advance() }
    } else if case .string = current.kind, peek(1).is(.leftBrace) {
      let place = SourceRange(start: previousEnd, end: previousEnd)
      report(
        .unexpectedToken, "expected `:` before the label's message, found a string", at: current.range,
        fixes: [.init("write `:`", range: place, replacement: ":")])
      return takeString()
    }
    return nil
  }

  /// The brace, or what stands in its place where rules follow without one.
  private mutating func takeOpeningBrace(of what: String) -> Token? {
    if let brace = take(.leftBrace) { return brace }
    report(
      .missingBrace, "expected `{` after the \(what)'s head, found \(found)", at: current.range,
      fixes: [.init("write `{`", range: SourceRange(start: previousEnd, end: previousEnd), replacement: " {")])
    if beginsCondition { return current }
    if !beginsItem { skipToItem() }
    return nil
  }

  // MARK: exception = ("UNLESS" | "EXCEPT" "WHEN") "{" { rule [","] } "}"

  mutating func parseException() -> ExceptionSyntax? {
    let start = advance()
    if start.is(.except), take(.when) == nil {
      report(
        .unexpectedToken, "expected WHEN after EXCEPT, found \(found)", at: current.range,
        fixes: [.init("write EXCEPT WHEN", range: start.range, replacement: "EXCEPT WHEN")])
      if current.kind == .word { advance() }
    }
    guard let opening = takeOpeningBrace(of: "exception") else { return nil }
    let (rules, _) = parseRules(opening: opening, canHaveException: false)
    if rules.isEmpty, !isBroken(since: opening) {
      report(.emptyException, "the exception has no rules", at: start.range)
    }
    return ExceptionSyntax(
      keyword: start.is(.except) ? .exceptWhen : .unless, rules: rules,
      range: SourceRange(start: start.range.start, end: previousEnd))
  }

  // MARK: priority = "PRIORITY" ":" STRING ">" STRING { ">" STRING }

  private mutating func parsePriority() -> PrioritySyntax? {
    let start = advance()
    if take(.colon) == nil {
      report(
        .unexpectedToken, "expected `:` after PRIORITY, found \(found)", at: current.range,
        fixes: [.init("write `:`", range: SourceRange(start: previousEnd, end: previousEnd), replacement: ":")])
    }
    var labels: [StringSyntax] = []
    repeat {
      guard let name = takeString() else {
        reportUnexpected(expected: "a label's name in quotes", code: .missingName)
        if !beginsItem, !isAtEnd { skipToItem() }
        break
      }
      labels.append(trimmed(name))
    } while take(.greater) != nil
    guard !labels.isEmpty else { return nil }
    let range = SourceRange(start: start.range.start, end: previousEnd)
    if !isAtEnd, !beginsItem, !isMisspeltLabel {
      var fixes: [Diagnostic.Fix] = []
      if current.is(.comma) {
        fixes = [.init("write `>`", range: current.range, replacement: " >")]
      } else if case .string = current.kind {
        fixes = [.init("write `>`", range: SourceRange(start: previousEnd, end: previousEnd), replacement: " >")]
      }
      report(.unexpectedToken, "expected `>` or the next label, found \(found)", at: current.range, fixes: fixes)
      skipToItem()
    } else if labels.count == 1, !isBroken(since: start) {
      report(.unexpectedToken, "a priority needs two labels or more: expected `>`, found \(found)", at: current.range)
    }
    return PrioritySyntax(labels: labels, range: range)
  }
}
