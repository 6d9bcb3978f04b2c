extension IPAddress {
  static func v4Bits(_ text: ArraySlice<UInt8>) -> UInt32? {
    let numbers = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard numbers.count == 4 else { return nil }
    var bits: UInt32 = 0
    for number in numbers {
      guard let value = decimalByte(number) else { return nil }
      bits = bits << 8 | value
    }
    return bits
  }

  private static func decimalByte(_ digits: ArraySlice<UInt8>) -> UInt32? {
    // A leading zero means octal to some readers.
    guard (1...3).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + UInt32(digit - UInt8(ascii: "0"))
    }
    return value <= 255 ? value : nil
  }

  static func v6Bits(_ text: ArraySlice<UInt8>) -> UInt128? {
    guard let gap = gap(in: text) else {
      guard let all = groups(text, allowsV4: true), all.count == 8 else { return nil }
      return bits(all)
    }
    let left = text[..<gap]
    let right = text[(gap + 2)...]
    guard let first = left.isEmpty ? [] : groups(left, allowsV4: false),
      let last = right.isEmpty ? [] : groups(right, allowsV4: true), first.count + last.count <= 7
    else { return nil }
    return bits(first + Array(repeating: 0, count: 8 - first.count - last.count) + last)
  }

  /// Where `::` begins. A second one leaves an empty group behind, which no side may have.
  private static func gap(in text: ArraySlice<UInt8>) -> Int? {
    zip(text.indices, text.indices.dropFirst())
      .first { text[$0] == UInt8(ascii: ":") && text[$1] == UInt8(ascii: ":") }?.0
  }

  private static func groups(_ text: ArraySlice<UInt8>, allowsV4: Bool) -> [UInt16]? {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (place, part) in parts.enumerated() {
      if let group = hexadecimalGroup(part) {
        groups.append(group)
      } else if allowsV4, place == parts.count - 1, let v4 = v4Bits(part) {
        groups += [UInt16(v4 >> 16), UInt16(v4 & 0xffff)]
      } else {
        return nil
      }
    }
    return groups
  }

  private static func hexadecimalGroup(_ digits: ArraySlice<UInt8>) -> UInt16? {
    guard (1...4).contains(digits.count) else { return nil }
    var value: UInt16 = 0
    for digit in digits {
      guard let nibble = ASCII.hexadecimalValue(digit) else { return nil }
      value = value << 4 | UInt16(nibble)
    }
    return value
  }

  private static func bits(_ groups: [UInt16]) -> UInt128 {
    groups.reduce(0) { $0 << 16 | UInt128($1) }
  }
}

extension IPAddress: CustomStringConvertible {
  /// For a log, and for the `Host` header: IPv4 in decimal, IPv6 as eight groups without abbreviation.
  package var description: String {
    switch self {
    case .v4: bytes.map { String($0) }.joined(separator: ".")
    case .v6(let bits):
      (0..<8).map { String(UInt16(truncatingIfNeeded: bits >> (112 - 16 * $0)), radix: 16) }.joined(separator: ":")
    }
  }
}
