/// Takes lines of a list apart.
enum ListFields {
  static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Without white space at either end, a carriage return among it.
  static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in isSpace(byte) || byte == UInt8(ascii: "\r") }
    guard let last = line.lastIndex(where: { !isBlank($0) }) else { return [] }
    return line[...last].drop(while: isBlank)
  }

  /// Letters and digits in lower case; hyphens, underscores and spaces left out.
  static func plainName(_ name: some Sequence<UInt8>) -> String {
    let dropped = [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " ")]
    return String(decoding: name.filter { !dropped.contains($0) }, as: UTF8.self).lowercased()
  }

  /// The fields of a row of comma-separated values (RFC 4180, without line breaks in fields). Nil where a quote is not
  /// closed, or something follows one that is.
  static func fields(of row: ArraySlice<UInt8>) -> [[UInt8]]? {
    let (comma, quote) = (UInt8(ascii: ","), UInt8(ascii: "\""))
    var fields: [[UInt8]] = []
    var rest = row
    while true {
      rest = rest.drop(while: isSpace)
      var field: [UInt8] = []
      if rest.first == quote {
        rest = rest.dropFirst()
        while true {
          guard let end = rest.firstIndex(of: quote) else { return nil }
          field.append(contentsOf: rest[..<end])
          rest = rest[(end + 1)...]
          guard rest.first == quote else { break }
          field.append(quote)
          rest = rest.dropFirst()
        }
        rest = rest.drop(while: isSpace)
        guard rest.isEmpty || rest.first == comma else { return nil }
      } else {
        let end = rest.firstIndex(of: comma) ?? rest.endIndex
        field = Array(trimmed(rest[..<end]))
        rest = rest[end...]
      }
      fields.append(field)
      guard !rest.isEmpty else { return fields }
      rest = rest.dropFirst()
    }
  }
}
