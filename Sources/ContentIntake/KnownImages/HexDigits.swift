/// Hex digits of digests and hashes.
enum HexDigits {
  /// The value of each byte as a digit, 255 where it is none.
  private static let values: [UInt8] = (0...255).map { (byte: UInt8) -> UInt8 in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: 255
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { values[Int(byte)] != 255 }

  /// The digits as words of 64 bits, first digits first and in the highest bits; a last word that the digits do not
  /// fill ends in zeros. Nil where a byte is no hex digit.
  static func words(of digits: ArraySlice<UInt8>) -> [UInt64]? {
    var words: [UInt64] = []
    words.reserveCapacity((digits.count + 15) / 16)
    return append(digits, to: &words) ? words : nil
  }

  /// Appends those words. False where a byte is no hex digit: `words` is then to be thrown away.
  static func append(_ digits: ArraySlice<UInt8>, to words: inout [UInt64]) -> Bool {
    var word: UInt64 = 0
    var length = 0
    for digit in digits {
      let value = values[Int(digit)]
      guard value != 255 else { return false }
      word = word << 4 | UInt64(value)
      length += 1
      if length == 16 {
        words.append(word)
        (word, length) = (0, 0)
      }
    }
    if length > 0 { words.append(word << UInt64(4 * (16 - length))) }
    return true
  }

  /// 16 digits in lower case.
  static func text(of word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
