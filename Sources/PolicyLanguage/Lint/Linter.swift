/// What is right and yet hardly meant. Quotes, escapes and the case of keywords are warned of where they are read.
struct Linter {
  private(set) var diagnostics = DiagnosticList()
  private var table = ConditionTable()

  mutating func lint(_ policy: PolicySyntax) {
    lintNames(policy.labels)
    let policyException = lint(rules: policy.exception?.rules ?? [])
    for label in policy.labels {
      let rules = lint(rules: label.rules)
      let exception = lint(rules: label.exception?.rules ?? [])
      warnOfExcepted(rules, by: exception + policyException)
    }
  }

  private typealias NumberedRule = (number: Int, range: SourceRange)

  // MARK: Names

  private mutating func lintNames(_ labels: [LabelSyntax]) {
    var first: [String: StringSyntax] = [:]
    for name in labels.map(\.name) {
      let key = name.value.foldedWords
      if let earlier = first[key], earlier.value != name.value {
        diagnostics.warn(
          .similarLabels, "`\(name.value.abridged)` and `\(earlier.value.abridged)` are two labels of nearly one name",
          at: name.range, notes: [.init("the other is here", range: earlier.range)])
      }
      first[key] = first[key] ?? name
    }
  }

  // MARK: Rules

  private mutating func lint(rules: [RuleSyntax]) -> [NumberedRule] {
    let numbered = rules.map { (number: visit($0.condition), range: $0.range) }
    warnOfRepeated(numbered, .repeatedRule, "this rule stands twice")
    return numbered
  }

  private mutating func warnOfExcepted(_ rules: [NumberedRule], by exceptions: [NumberedRule]) {
    let places = Dictionary(exceptions.map { ($0.number, $0.range) }) { first, _ in first }
    for rule in rules {
      guard let place = places[rule.number] else { continue }
      diagnostics.warn(
        .exceptedRule, "this rule is also an exception: it hardly ever holds", at: rule.range,
        notes: [.init("the exception is here", range: place)])
    }
  }

  private mutating func warnOfRepeated(_ items: [NumberedRule], _ code: Diagnostic.Code, _ message: String) {
    var first: [Int: SourceRange] = [:]
    for item in items {
      if let earlier = first[item.number] {
        diagnostics.warn(code, message, at: item.range, notes: [.init("the first is here", range: earlier)])
      } else {
        first[item.number] = item.range
      }
    }
  }

  // MARK: Conditions

  /// Lints a condition after all within it.
  ///
  /// - Returns: its number.
  private mutating func visit(_ condition: ConditionSyntax) -> Int {
    let children = condition.children.map { (number: visit($0), range: $0.range) }
    switch condition.kind {
    case .signal(let signal): lint(signal)
    case .context(let subject, let op, let object):
      lint(subject)
      lint(op)
      lint(object)
    case .match(let kind, let strings): lint(strings, of: kind)
    case .list(.all, _): lint(children, isAlternative: false)
    case .and: lint(children, isAlternative: false)
    case .or(let items):
      lint(children, isAlternative: true)
      lintPrecedence(items)
    case .list, .group: lint(children, isAlternative: true)
    case .not: break
    }
    return table.number(of: condition, children: children.map(\.number))
  }

  private mutating func lint(_ items: [NumberedRule], isAlternative: Bool) {
    warnOfRepeated(items, .repeatedItem, "this condition stands twice here")
    let places = Dictionary(items.map { ($0.number, $0.range) }) { first, _ in first }
    for item in items {
      guard let operand = table.operand(of: item.number), let place = places[operand] else { continue }
      diagnostics.warn(
        isAlternative ? .tautology : .contradiction,
        isAlternative
          ? "a condition or its opposite: always holds" : "a condition and its opposite: hardly ever holds",
        at: item.range, notes: [.init("the opposite is here", range: place)])
    }
  }

  /// `"a" OR "b" AND "c"` is read as `"a" OR ("b" AND "c")`, whatever its writer thought.
  private mutating func lintPrecedence(_ items: [ConditionSyntax]) {
    for item in items {
      guard case .and = item.kind else { continue }
      let start = SourceRange(start: item.range.start, end: item.range.start)
      let end = SourceRange(start: item.range.end, end: item.range.end)
      diagnostics.warn(
        .mixedConnectives, "AND binds tighter than OR; parentheses would say so", at: item.range,
        fixes: [
          .init("put it in parentheses", range: start, replacement: "("),
          .init("put it in parentheses", range: end, replacement: ")"),
        ])
    }
  }

  // MARK: Checks

  private mutating func lint(_ signal: SignalSyntax) {
    guard !signal.isQuestion, signal.text.value.hasSuffix("?") else { return }
    let words = String(signal.text.value.dropLast())
    guard words.hasVisibleCharacters else { return }
    let question = words.trimmingWhitespace.quoted + "?"
    diagnostics.warn(
      .questionInQuotes, "a question's mark stands after its quotes; within them it is but a character",
      at: signal.range, fixes: [.init("write \(question.abridged)", range: signal.range, replacement: question)])
  }

  private mutating func lint(_ op: OperatorSyntax) {
    guard !KnownOperators.all.contains(op.name), !diagnostics.isFullOfWarnings else { return }
    guard let nearest = Nearest.match(op.name, among: KnownOperators.sorted) else {
      return diagnostics.warn(.unknownOperator, "the operator [\(op.name.abridged)] is not a known one", at: op.range)
    }
    diagnostics.warn(
      .unknownOperator, "the operator [\(op.name)] is not a known one; did you mean [\(nearest)]", at: op.range,
      fixes: [.init("write [\(nearest)]", range: op.range, replacement: "[\(nearest)]")])
  }

  private mutating func lint(_ strings: [StringSyntax], of kind: MatchKind) {
    let numbered = strings.map { string in
      (
        number: table.number(of: ConditionSyntax(.match(kind, [string]), range: string.range), children: []),
        range: string.range
      )
    }
    warnOfRepeated(numbered, .repeatedItem, "this string stands twice here")
    guard kind == .fuzzy else { return }
    for string in strings where string.value.hasVisibleCharacters && !string.value.hasLettersOrDigits {
      diagnostics.warn(.emptyMatch, "a fuzzy match needs letters or digits to go by", at: string.range)
    }
  }
}
