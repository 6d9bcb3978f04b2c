/// Cuts a policy's text into tokens, in one pass over its bytes.
///
/// A string may run over the end of its line, for line ends mean nothing. But one quote too few turns the text inside
/// out from there on; such a text can be read again with every string closed on its own line, so that the quote that is
/// missing is the one reported.
struct Lexer {
  private let bytes: [UInt8]
  private let closesStringsWithLines: Bool
  private var position = SourceLocation.start
  private(set) var tokens: [Token] = []
  private(set) var comments: [Comment] = []
  private(set) var diagnostics = DiagnosticList()
  /// Lines on which a string was not closed: what else is wrong there comes of that.
  private(set) var unclosedLines: Set<Int> = []
  /// The line on which the token before this place ended.
  private var lastTokenLine = 0
  private var hasStringOverLines = false
  /// A string over lines ended where a word begins: likely the quote that was to open the next string.
  private var hasStringIntoWord = false
  /// Words between brackets are an operator's, whatever else they mean elsewhere.
  private var isInBrackets = false

  /// - Parameter bytes: valid UTF-8.
  init(_ bytes: [UInt8], closesStringsWithLines: Bool = false) {
    self.bytes = bytes
    self.closesStringsWithLines = closesStringsWithLines
    run()
  }

  /// Whether a quote seems to be missing, so that what was read as strings is what stands between them.
  var looksInsideOut: Bool { hasStringOverLines && (hasStringIntoWord || !unclosedLines.isEmpty) }

  private mutating func run() {
    while let byte = peek() {
      switch byte {
      case 0x20, 0x09...0x0d: advance()
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): comment()
      case _ where quoteLength() != nil: string()
      case _ where Self.isLetter(byte): word()
      default:
        if let length = whiteSpaceLength() {
          skip(length)
        } else if let sign = Punctuation(rawValue: byte) {
          punctuation(sign)
        } else {
          unexpected()
        }
      }
    }
    append(.end, from: position)
  }

  // MARK: Tokens

  private mutating func comment() {
    let start = position
    while let byte = peek(), byte != 0x0a, byte != 0x0d { advance() }
    var text = String(decoding: bytes[start.offset..<position.offset], as: UTF8.self)
    while let last = text.unicodeScalars.last, last.properties.isWhitespace { text.unicodeScalars.removeLast() }
    comments.append(
      Comment(
        text: text, range: SourceRange(start: start, end: position), isTrailing: lastTokenLine == start.line))
  }

  private mutating func string() {
    let start = position
    var hasCurlyQuote = peek() != UInt8(ascii: "\"")
    skip(quoteLength() ?? 1)
    let content = position.offset
    var value: [UInt8] = []
    var escapes: [SourceLocation] = []
    while let byte = peek() {
      if let length = quoteLength() {
        hasCurlyQuote = hasCurlyQuote || length > 1
        skip(length)
        if position.line > start.line {
          hasStringOverLines = true
          hasStringIntoWord = hasStringIntoWord || peek().map { Self.isLetter($0) || Self.isDigit($0) } ?? false
        }
        append(.string(String(decoding: value, as: UTF8.self)), from: start)
        warn(ofString: SourceRange(start: start, end: position), hasCurlyQuote: hasCurlyQuote, escapes: escapes)
        return
      }
      if byte == 0x0a || byte == 0x0d, closesStringsWithLines { break }
      if byte == UInt8(ascii: "\\") {
        if let next = peek(1), next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
          value.append(next)
          skip(2)
          continue
        }
        escapes.append(position)
      }
      value.append(byte)
      advance()
    }
    hasStringOverLines = hasStringOverLines || position.line > start.line
    closeString(from: start, content: content)
  }

  /// Ends a string that has no closing quote where it was likely meant to end: with its line, before the signs that
  /// close what stands around it.
  private mutating func closeString(from start: SourceLocation, content: Int) {
    var end = position.offset
    while end > content, Self.closesAround(bytes[end - 1]) { end -= 1 }
    position = start
    while position.offset < end { advance() }
    let place = SourceRange(start: position, end: position)
    diagnostics.report(
      .unterminatedString, "this string is not closed", at: SourceRange(start: start, end: position),
      fixes: [.init("close the string", range: place, replacement: "\"")])
    unclosedLines.insert(start.line)
    append(.string(String(decoding: bytes[content..<end], as: UTF8.self)), from: start)
  }

  private static func closesAround(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09...0x0d: true
    default:
      switch Punctuation(rawValue: byte) {
      case .leftBrace, .rightBrace, .rightParenthesis, .comma: true
      default: false
      }
    }
  }

  private mutating func word() {
    let start = position
    while let byte = peek(), Self.isLetter(byte) || Self.isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80,
      quoteLength() == nil, whiteSpaceLength() == nil
    { advance() }
    let text = String(decoding: bytes[start.offset..<position.offset], as: UTF8.self)
    let capitals = text.uppercased()
    guard let keyword = Keyword(rawValue: capitals) else { return append(.word, from: start) }
    append(.keyword(keyword), from: start)
    if text != capitals, !isInBrackets {
      let range = SourceRange(start: start, end: position)
      diagnostics.warn(
        .keywordCase, "the keyword `\(text)` is written in capitals", at: range,
        fixes: [.init("write \(capitals)", range: range, replacement: capitals)])
    }
  }

  private mutating func punctuation(_ sign: Punctuation) {
    let start = position
    advance()
    isInBrackets = sign == .leftBracket || (isInBrackets && sign != .rightBracket)
    append(.punctuation(sign), from: start)
  }

  private mutating func unexpected() {
    let start = position
    repeat { advance() } while peek().map { $0 & 0xc0 == 0x80 } ?? false
    append(.unexpected, from: start)
  }

  private mutating func append(_ kind: Token.Kind, from start: SourceLocation) {
    tokens.append(Token(kind: kind, range: SourceRange(start: start, end: position)))
    lastTokenLine = position.line
  }

  // MARK: Warnings

  private mutating func warn(ofString range: SourceRange, hasCurlyQuote: Bool, escapes: [SourceLocation]) {
    if hasCurlyQuote, !diagnostics.isFullOfWarnings, case .string(let value)? = tokens.last?.kind {
      diagnostics.warn(
        .curlyQuote, "curly quotes are read as straight ones", at: range,
        fixes: [.init("write straight quotes", range: range, replacement: value.quoted)])
    }
    for place in escapes {
      var end = place
      end.advance(past: UInt8(ascii: "\\"), before: nil)
      let backslash = SourceRange(start: place, end: end)
      diagnostics.warn(
        .unknownEscape, "a backslash escapes only `\"` and `\\`; this one stands for itself", at: backslash,
        fixes: [.init("write `\\\\`", range: backslash, replacement: "\\\\")])
    }
  }

  // MARK: Bytes

  private func peek(_ ahead: Int = 0) -> UInt8? {
    let index = position.offset + ahead
    return index < bytes.count ? bytes[index] : nil
  }

  /// Bytes of the quote that stands here: `"`, U+201C or U+201D.
  private func quoteLength() -> Int? {
    switch peek() {
    case UInt8(ascii: "\""): 1
    case 0xe2 where peek(1) == 0x80 && (peek(2) == 0x9c || peek(2) == 0x9d): 3
    default: nil
    }
  }

  /// Bytes of the white space beyond ASCII that stands here: documents are full of it, and of byte order marks.
  private func whiteSpaceLength() -> Int? {
    guard let first = peek(), first >= 0xc2 else { return nil }
    switch (first, peek(1), peek(2)) {
    case (0xc2, 0x85, _), (0xc2, 0xa0, _): return 2  // next line, no-break space
    case (0xe1, 0x9a, 0x80): return 3  // ogham space
    case (0xe2, 0x80, let last?): return (0x80...0x8b).contains(last) || [0xa8, 0xa9, 0xaf].contains(last) ? 3 : nil
    case (0xe2, 0x81, 0x9f), (0xe3, 0x80, 0x80), (0xef, 0xbb, 0xbf): return 3
    default: return nil
    }
  }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count { advance() }
  }

  private mutating func advance() {
    position.advance(past: bytes[position.offset], before: peek(1))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
