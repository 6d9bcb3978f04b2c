/// Text of letters, digits, punctuation and white space of ASCII alone: what most texts are, or most of them. It needs
/// none of Unicode's tables.
enum PlainASCII {
  enum Kind: UInt8 {
    case other
    case space
    case word
  }

  /// By byte, for the bytes that are plain.
  static let kinds: [Kind] = (0..<0x80).map { (scalar: UInt32) in
    switch UnicodeTables.shared.characterClass(of: scalar) {
    case .space: .space
    case .word: .word
    default: .other
    }
  }

  /// Whether all of it is plain.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var others: UInt8 = 0
    for byte in bytes {
      // From space to tilde, or tab to carriage return; without a branch, so that many bytes are looked at in a step.
      let isVisible: UInt8 = byte &- 0x20 < 0x5F ? 1 : 0
      let isSpace: UInt8 = byte &- 0x09 < 0x05 ? 1 : 0
      others |= (isVisible | isSpace) ^ 1
    }
    return others == 0
  }
}
