/// The name of a classifier of the user's own: it stands in reports, logs and keys.
enum ClassifierName {
  /// Why a name cannot be; nil where it can.
  static func flaw(of name: String) -> String? {
    if !name.isEmpty, name.utf8.count <= 64, name.utf8.allSatisfy(isPlain) { return nil }
    return "`name` must be 1 to 64 letters, digits, dots, underscores and hyphens"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default:
      false
    }
  }
}
