/// The characters that byte-level vocabularies write bytes with: where Latin-1 has one to be seen, that one, else the next
/// of those from U+0100 on.
enum ByteAlphabet {
  /// By byte.
  static let characters: [String] = {
    var unseen: UInt32 = 0x100
    return (0...UInt32(0xFF)).map { byte in
      let isSeen = (0x21...0x7E).contains(byte) || (0xA1...0xAC).contains(byte) || byte >= 0xAE
      defer { if !isSeen { unseen += 1 } }
      return Unicode.Scalar(isSeen ? byte : unseen).map { String($0) } ?? ""
    }
  }()
}
