extension Parser {
  // MARK: or = and { "OR" and }; and = unary { "AND" unary }

  mutating func parseOr(depth: Int) -> ConditionSyntax? {
    parseChain(.or) { $0.parseAnd(depth: depth) }
  }

  private mutating func parseAnd(depth: Int) -> ConditionSyntax? {
    parseChain(.and) { $0.parseUnary(depth: depth) }
  }

  /// A chain is flat, however long: it counts as no nesting.
  private mutating func parseChain(
    _ keyword: Keyword, operand: (inout Parser) -> ConditionSyntax?
  ) -> ConditionSyntax? {
    guard let first = operand(&self) else { return nil }
    var items = [first]
    while take(keyword) != nil {
      guard let next = operand(&self) else { return nil }
      items.append(next)
    }
    guard items.count > 1, let last = items.last else { return first }
    return ConditionSyntax(keyword == .or ? .or(items) : .and(items), range: first.range.union(last.range))
  }

  // MARK: unary = { "NOT" } primary

  private mutating func parseUnary(depth: Int) -> ConditionSyntax? {
    guard let not = take(.not) else { return parsePrimary(depth: depth) }
    guard isWithinNesting(depth + 1, at: not) else { return nil }
    guard let operand = parseUnary(depth: depth + 1) else { return nil }
    return ConditionSyntax(.not(operand), range: not.range.union(operand.range))
  }

  private mutating func isWithinNesting(_ depth: Int, at token: Token) -> Bool {
    if depth <= PolicyLimits.nesting { return true }
    report(
      .nestedTooDeep, "conditions stand more than \(PolicyLimits.nesting) deep within one another", at: token.range)
    return false
  }

  // MARK: primary

  /// Whether a condition can begin here.
  var beginsCondition: Bool {
    switch current.kind {
    case .string, .keyword(.any), .keyword(.all), .keyword(.none), .keyword(.sentiment), .keyword(.not),
      .punctuation(.equals), .punctuation(.tilde), .punctuation(.leftParenthesis):
      true
    default: false
    }
  }

  private mutating func parsePrimary(depth: Int) -> ConditionSyntax? {
    switch current.kind {
    case .keyword(.any): return parseList(.any, depth: depth)
    case .keyword(.all): return parseList(.all, depth: depth)
    case .keyword(.none): return parseList(.none, depth: depth)
    case .keyword(.sentiment): return parseMatch(.sentiment)
    case .punctuation(.equals): return parseMatch(.exact)
    case .punctuation(.tilde): return parseMatch(.fuzzy)
    case .punctuation(.leftParenthesis):
      guard let (items, range) = parseItems(of: "the parentheses", from: current, depth: depth) else { return nil }
      return ConditionSyntax(.group(items), range: range)
    case .string: return parseSignalOrContext()
    default:
      reportMissingCondition()
      return nil
    }
  }

  private mutating func reportMissingCondition() {
    if case .keyword(let keyword) = previous?.kind, [.and, .or, .not].contains(keyword) {
      reportUnexpected(expected: "a condition after \(keyword.rawValue)", code: .missingCondition)
    } else if case .keyword(let keyword) = current.kind, keyword == .and || keyword == .or {
      report(.missingCondition, "expected a condition before \(keyword.rawValue)", at: current.range)
    } else {
      reportUnexpected(expected: "a condition")
    }
  }

  // MARK: list = "(" or { [","] or } [","] ")"

  private mutating func parseList(_ kind: ListKind, depth: Int) -> ConditionSyntax? {
    let start = advance()
    guard current.is(.leftParenthesis) else {
      report(.missingParenthesis, "expected `(` after \(kind.rawValue), found \(found)", at: current.range)
      return nil
    }
    guard let (items, range) = parseItems(of: kind.rawValue, from: start, depth: depth) else { return nil }
    return ConditionSyntax(.list(kind, items), range: range)
  }

  /// - Returns: the items, and the range from the start to the closing parenthesis.
  private mutating func parseItems(
    of what: String, from start: Token, depth: Int
  ) -> ([ConditionSyntax], SourceRange)? {
    let opening = advance()
    guard isWithinNesting(depth + 1, at: opening) else { return nil }
    var items: [ConditionSyntax] = []
    while !current.is(.rightParenthesis) {
      guard beginsCondition else {
        reportUnclosed(opening, expected: "a condition", isFirst: items.isEmpty)
        return nil
      }
      guard let item = parseOr(depth: depth + 1) else { return nil }
      items.append(item)
      _ = take(.comma)
    }
    let range = start.range.union(advance().range)
    if items.isEmpty {
      report(.emptyList, "\(what) holds no condition", at: range)
      return nil
    }
    return (items, range)
  }

  /// Reports a token that neither goes on with what stands in parentheses nor closes them.
  mutating func reportUnclosed(_ opening: Token, expected: String, isFirst: Bool) {
    switch current.kind {
    case .end, .keyword, .punctuation(.rightBrace), .punctuation(.leftBrace), .punctuation(.rightBracket):
      let end = SourceRange(start: previousEnd, end: previousEnd)
      report(
        .missingParenthesis, "expected `)`, found \(found)", at: current.range,
        notes: [.init("it closes the parenthesis opened here", range: opening.range)],
        fixes: [.init("close the parenthesis", range: end, replacement: ")")])
    default: reportUnexpected(expected: isFirst ? expected : "\(expected) or `)`")
    }
  }
}
