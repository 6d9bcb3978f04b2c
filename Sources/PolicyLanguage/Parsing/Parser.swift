/// A recovering parser of the grammar in `docs/language.md`: one function for each rule of it.
///
/// INVARIANT: every loop consumes a token or ends, no token is read again, and nesting is bounded by
/// `PolicyLimits.nesting`, so that no text makes it loop, overflow the stack, or take more than linear time.
struct Parser {
  private let tokens: [Token]
  private let bytes: [UInt8]
  private var index = 0
  /// Parentheses of the rule being read that are not closed yet: recovery passes over them.
  var openParentheses = 0
  var diagnostics = DiagnosticList()

  /// - Parameter tokens: ends with `.end`.
  init(tokens: [Token], bytes: [UInt8]) {
    self.tokens = tokens
    self.bytes = bytes
  }

  // MARK: Tokens

  var current: Token { tokens[index] }

  func peek(_ ahead: Int) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  var isAtEnd: Bool { current.kind == .end }

  var previous: Token? { index > 0 ? tokens[index - 1] : nil }

  /// Where the token before the current one ended.
  var previousEnd: SourceLocation { previous?.range.end ?? current.range.start }

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if token.is(.leftParenthesis) { openParentheses += 1 }
    if token.is(.rightParenthesis) { openParentheses = max(0, openParentheses - 1) }
    if index + 1 < tokens.count { index += 1 }
    return token
  }

  mutating func take(_ punctuation: Punctuation) -> Token? {
    current.is(punctuation) ? advance() : nil
  }

  mutating func take(_ keyword: Keyword) -> Token? {
    current.is(keyword) ? advance() : nil
  }

  mutating func takeString() -> StringSyntax? {
    guard case .string(let value) = current.kind else { return nil }
    return StringSyntax(value: value, range: advance().range)
  }

  /// A name or a signal: white space at its ends means nothing.
  func trimmed(_ string: StringSyntax) -> StringSyntax {
    StringSyntax(value: string.value.trimmingWhitespace, range: string.range)
  }

  func text(of range: SourceRange) -> String {
    String(decoding: bytes[range.start.offset..<range.end.offset], as: UTF8.self)
  }

  // MARK: Diagnostics

  mutating func report(
    _ code: Diagnostic.Code, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
    fixes: [Diagnostic.Fix] = []
  ) {
    diagnostics.report(code, message, at: range, notes: notes, fixes: fixes)
  }

  /// How an error names the current token.
  var found: String {
    switch current.kind {
    case .end: "the end of the policy"
    case .string: "a string"
    default: "`\(text(of: current.range).abridged)`"
    }
  }

  /// Reports the current token, with what was likely meant by it.
  mutating func reportUnexpected(
    expected: String, code: Diagnostic.Code = .unexpectedToken, notes: [Diagnostic.Note] = []
  ) {
    let hint = Misspelling(current, text: text(of: current.range))
    report(
      current.kind == .unexpected ? .unexpectedCharacter : code,
      "expected \(expected), found \(found)\(hint.map { "; \($0.advice)" } ?? "")", at: current.range, notes: notes,
      fixes: hint?.fix.map { [$0] } ?? [])
  }

  /// Whether something was reported after this token: what is missing then needs no second word.
  func isBroken(since token: Token) -> Bool {
    diagnostics.errors.contains { $0.range.start.offset >= token.range.start.offset }
  }

  // MARK: Recovery

  /// Whether a thing of the top level begins here.
  var beginsItem: Bool {
    guard case .keyword(let keyword) = current.kind else { return false }
    return keyword.beginsItem
  }

  /// Passes over what cannot be read, to the next thing of the top level.
  mutating func skipToItem() {
    repeat { advance() } while !isAtEnd && !beginsItem
  }

  /// Passes over a brace and what stands in it.
  mutating func skipBraces() {
    var open = 0
    repeat {
      if current.is(.leftBrace) { open += 1 }
      if current.is(.rightBrace) { open -= 1 }
      advance()
    } while open > 0 && !isAtEnd && !beginsItem
  }
}
