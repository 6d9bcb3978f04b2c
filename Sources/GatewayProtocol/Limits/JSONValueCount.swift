/// Counts the values in JSON, without making anything of them.
enum JSONValueCount {
  /// The members and elements of all objects and lists. Of what is not JSON, some number.
  static func of(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { of($0) }
  }

  private static func of(_ bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    // Whether an object or a list has just begun, and may be empty.
    var isOpened = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if JSONScanner.isWhitespace(byte) { continue }
      switch byte {
      case UInt8(ascii: "}"), UInt8(ascii: "]"): isOpened = false
      default:
        if isOpened { count += 1 }
        isOpened = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
        if byte == UInt8(ascii: ",") { count += 1 }
        if byte == UInt8(ascii: "\"") { position = end(ofStringIn: bytes, from: position) }
      }
    }
    return count
  }

  /// The position behind the closing quote.
  private static func end(ofStringIn bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "\""): return position + 1
      default: position += 1
      }
    }
    return bytes.count
  }
}
