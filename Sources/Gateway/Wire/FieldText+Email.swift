extension FieldText {
  static let emailBytes = 254

  /// Checks the form of an address: nothing is ever sent there.
  ///
  /// What is taken is `local@domain` in ASCII: a local part of letters, digits and the signs that need no quotes, with
  /// dots between (RFC 5321, dot-string), and a domain of labels of letters, digits and hyphens.
  /// - Throws: INVALID_ARGUMENT.
  static func requireEmail(_ address: String, field: String = "email") throws(GatewayError) {
    guard address.utf8.count <= emailBytes, isEmail(address) else {
      throw GatewayError(
        .invalidArgument, "\(field): must be an address of the form `name@domain`, of at most \(emailBytes) bytes")
    }
  }

  private static func isEmail(_ address: String) -> Bool {
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let words = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let hyphen = UInt8(ascii: "-")
    return parts[0].count <= 64 && words.allSatisfy { !$0.isEmpty && $0.allSatisfy { isPlain($0) || isSign($0) } }
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
          && label.allSatisfy { isPlain($0) || $0 == hyphen }
      }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool { "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte) }
}
