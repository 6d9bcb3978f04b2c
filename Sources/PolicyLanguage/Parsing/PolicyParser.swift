/// Reads a policy's text. Several errors are found in one pass; no text makes it fail in another way, or take more than
/// linear time.
public enum PolicyParser {
  public static func parse(_ text: String) -> ParsedPolicy { parse(utf8: Array(text.utf8), source: text, wrong: nil) }

  /// Reads bytes from outside, which may not be UTF-8.
  public static func parse(utf8 bytes: some Sequence<UInt8>) -> ParsedPolicy {
    let bytes = Array(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.utf8.elementsEqual(bytes) else { return parse(utf8: bytes, source: text, wrong: nil) }
    // Repairing changed something: the first difference is where the bytes are wrong.
    let repaired = Array(text.utf8)
    let wrong = zip(bytes, repaired).enumerated().first { $1.0 != $1.1 }?.offset ?? min(bytes.count, repaired.count)
    return parse(utf8: repaired, source: text, wrong: wrong)
  }

  /// - Parameter wrong: where the text was repaired.
  private static func parse(utf8 bytes: [UInt8], source: String, wrong: Int?) -> ParsedPolicy {
    guard bytes.count <= PolicyLimits.textBytes else {
      let error = Diagnostic(
        .textTooLong, .error,
        "a policy of \(bytes.count) bytes is over the limit of \(PolicyLimits.textBytes)",
        range: SourceRange(start: .start, end: .start))
      return ParsedPolicy(source: source, syntax: PolicySyntax(items: []), diagnostics: [error])
    }
    var (syntax, diagnostics, looksInsideOut) = read(Lexer(bytes), bytes)
    if looksInsideOut, !diagnostics.errors.isEmpty {
      (syntax, diagnostics, _) = read(Lexer(bytes, closesStringsWithLines: true), bytes)
    }
    if let wrong {
      let place = SourceLocation.place(of: wrong, in: bytes)
      diagnostics.report(.invalidUTF8, "the text is not UTF-8", at: SourceRange(start: place, end: place))
    }
    var checker = Checker()
    checker.check(syntax, isWhole: diagnostics.errors.isEmpty)
    diagnostics.append(checker.diagnostics)
    var linter = Linter()
    linter.lint(syntax)
    diagnostics.append(linter.diagnostics)
    return ParsedPolicy(source: source, syntax: syntax, diagnostics: diagnostics.sorted)
  }

  private static func read(
    _ lexer: Lexer, _ bytes: [UInt8]
  ) -> (syntax: PolicySyntax, diagnostics: DiagnosticList, looksInsideOut: Bool) {
    var parser = Parser(tokens: lexer.tokens, bytes: bytes)
    let syntax = PolicySyntax(items: parser.parsePolicy(), comments: lexer.comments)
    var diagnostics = parser.diagnostics
    // What else is wrong on the line of a string that is not closed comes of that.
    diagnostics.removeErrors(onLines: lexer.unclosedLines)
    diagnostics.append(lexer.diagnostics)
    return (syntax, diagnostics, lexer.looksInsideOut)
  }
}
