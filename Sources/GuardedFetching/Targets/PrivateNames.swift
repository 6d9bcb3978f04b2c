/// Names that lead nowhere on the public Internet.
enum PrivateNames {
  /// Set aside by RFC 6761, 6762, 7686 and 8375, or by ICANN, or used on so many networks that it never gave them out.
  private static let domains = [
    "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa", "onion",
    "invalid", "test",
  ]

  /// - Parameter name: in lower case, without a final dot.
  static func mayBePublic(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: ".")) && !domains.contains { name == $0 || name.hasSuffix("." + $0) }
  }
}
