/// Walks over JSON token by token and tells where it ceases to be JSON.
struct JSONScanner {
  /// What a value begins like.
  enum Shape: String {
    case object = "an object"
    case list = "a list"
    case text = "a string"
    case number = "a number"
    case truth = "true or false"
    case null = "null"
  }

  private let bytes: [UInt8]
  private let origin: JSONOrigin
  private(set) var position = 0

  init(_ bytes: [UInt8], cutFrom origin: JSONOrigin) {
    self.bytes = bytes
    self.origin = origin
  }

  /// The four characters that may stand between tokens.
  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The bytes from one position to another.
  func bytes(in range: Range<Int>) -> [UInt8] {
    Array(bytes[range])
  }

  /// What the next value begins like.
  mutating func shape() throws(WireFormatError) -> Shape {
    skipWhitespace()
    switch current.map(Unicode.Scalar.init) {
    case "{": return .object
    case "[": return .list
    case "\"": return .text
    case "t", "f": return .truth
    case "n": return .null
    case .some("0"..."9"), "-": return .number
    default: throw malformed("expected a value")
    }
  }

  /// Passes over a character when it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipWhitespace()
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Passes over a character that must be the next one.
  mutating func require(_ character: Unicode.Scalar) throws(WireFormatError) {
    guard take(character) else { throw malformed("expected `\(character)`") }
  }

  /// Passes over the comma between members or elements, or over the character that closes them, and tells which.
  mutating func continues(before close: Unicode.Scalar) throws(WireFormatError) -> Bool {
    if take(",") { return true }
    if take(close) { return false }
    throw malformed("expected `,` or `\(close)`")
  }

  /// Passes over `true`, `false` or `null`.
  mutating func skipWord() throws(WireFormatError) {
    for word in ["true", "false", "null"] where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return
    }
    throw malformed("expected a value")
  }

  /// Passes over a string and answers what stands between its quotes, or nil where that has an escape.
  mutating func string() throws(WireFormatError) -> String? {
    try require("\"")
    let start = position
    var isPlain = true
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return isPlain ? String(decoding: bytes[start..<(position - 1)], as: UTF8.self) : nil
      case UInt8(ascii: "\\"):
        isPlain = false
        try skipEscape()
      case 0x00..<0x20:
        throw malformed("expected an escape instead of a control character")
      default:
        position += 1
      }
    }
    throw malformed("expected `\"`")
  }

  /// Passes over a number.
  mutating func skipNumber() throws(WireFormatError) {
    _ = take("-")
    if current == UInt8(ascii: "0") {
      position += 1
    } else {
      try skipDigits()
    }
    if current == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") {
        position += 1
      }
      try skipDigits()
    }
  }

  /// Passes over white space and demands that nothing follows it.
  mutating func requireEnd() throws(WireFormatError) {
    skipWhitespace()
    guard current == nil else { throw malformed("expected nothing after the JSON") }
  }

  /// What is wrong here, with the line and the column, both counted from 1.
  func malformed(_ reason: String) -> WireFormatError {
    let place = origin.place(of: position, in: bytes)
    let atEnd = position == bytes.count ? ", the end of the body" : ""
    return WireFormatError(.malformed, "invalid JSON at line \(place.line), column \(place.column)\(atEnd): \(reason)")
  }

  private var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipWhitespace() {
    while let byte = current, Self.isWhitespace(byte) {
      position += 1
    }
  }

  private mutating func skipDigits() throws(WireFormatError) {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      position += 1
    }
    guard position > start else { throw malformed("expected a digit") }
  }

  private mutating func skipEscape() throws(WireFormatError) {
    let escape = position
    position += 1
    guard let byte = current else { throw malformed("expected an escape") }
    position += 1
    guard byte == UInt8(ascii: "u") else {
      if "\"\\/bfnrt".utf8.contains(byte) { return }
      position = escape
      throw malformed("unknown escape")
    }
    for _ in 0..<4 {
      guard let digit = current, Unicode.Scalar(digit).properties.isASCIIHexDigit else {
        throw malformed("expected four hexadecimal digits")
      }
      position += 1
    }
  }
}
