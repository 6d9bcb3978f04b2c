#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Scalars as JSON text, appended to bytes.
package enum JSONText {
  /// Text in quotes. Only what JSON demands is escaped: the quote, the backslash and the control characters.
  package static func append(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      while start < utf8.count {
        let end = firstEscaped(in: utf8, from: start)
        out.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
        guard end < utf8.count else { break }
        appendEscape(of: utf8[end], to: &out)
        start = end + 1
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Bytes as base64 in quotes.
  static func append(_ bytes: Data, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    out.append(contentsOf: bytes.base64EncodedData())
    out.append(UInt8(ascii: "\""))
  }

  /// A number; in quotes what JSON's numbers do not reach.
  package static func append(_ value: Double, to out: inout [UInt8]) {
    // Whole numbers are the common case and have no fraction in JSON; these few are exact.
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53, whole != 0 || value.sign == .plus {
      append(whole, to: &out)
    } else if value.isFinite {
      append(ascii: value.description, to: &out)
    } else {
      appendNotFinite(isNaN: value.isNaN, sign: value.sign, to: &out)
    }
  }

  /// A number with the digits that a `Float` has; in quotes what JSON's numbers do not reach.
  package static func append(_ value: Float, to out: inout [UInt8]) {
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 24, whole != 0 || value.sign == .plus {
      append(whole, to: &out)
    } else if value.isFinite {
      append(ascii: value.description, to: &out)
    } else {
      appendNotFinite(isNaN: value.isNaN, sign: value.sign, to: &out)
    }
  }

  /// A whole number without quotes.
  package static func append(_ value: some BinaryInteger, to out: inout [UInt8]) {
    if value < 0 {
      out.append(UInt8(ascii: "-"))
    }
    var rest = UInt64(value.magnitude)
    // 20 digits are what the largest number of 64 bits has.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = digits.count
      repeat {
        first -= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        rest = quotient
      } while rest > 0
      out.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  /// `true` or `false`.
  static func append(_ value: Bool, to out: inout [UInt8]) {
    append(ascii: value ? "true" : "false", to: &out)
  }

  /// Text that needs no escape, without quotes.
  static func append(ascii text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { out.append(contentsOf: $0) }
  }

  private static func appendNotFinite(isNaN: Bool, sign: FloatingPointSign, to out: inout [UInt8]) {
    append(ascii: isNaN ? "\"NaN\"" : sign == .minus ? "\"-Infinity\"" : "\"Infinity\"", to: &out)
  }

  /// The first position at or after `start` that must be escaped, or the end.
  private static func firstEscaped(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(utf8)
    var position = start
    // Eight bytes at a step: each test leaves the high bit of a byte set where it finds one.
    while position + 8 <= utf8.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let quotes = zeroBytes(word ^ 0x2222_2222_2222_2222)
      let backslashes = zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
      let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      if quotes | backslashes | controls != 0 { break }
      position += 8
    }
    while position < utf8.count, !needsEscape(utf8[position]) {
      position += 1
    }
    return position
  }

  /// A word whose high bits tell that some byte of `word` is zero.
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func appendEscape(of byte: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(byte)
    case 0x08: out.append(UInt8(ascii: "b"))
    case 0x09: out.append(UInt8(ascii: "t"))
    case 0x0A: out.append(UInt8(ascii: "n"))
    case 0x0C: out.append(UInt8(ascii: "f"))
    case 0x0D: out.append(UInt8(ascii: "r"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      append(ascii: "u00", to: &out)
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 0xF)])
    }
  }
}
