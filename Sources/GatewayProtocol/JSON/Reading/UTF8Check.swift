/// Tells whether bytes are UTF-8, without making text of them.
enum UTF8Check {
  /// The position of the first byte of the first sequence that is not UTF-8.
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { firstInvalid(in: $0) }
  }

  private static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
    var position = 0
    while position < bytes.count {
      // ASCII, the most of every body and all of a base64 image, goes by eight bytes at a step.
      while position + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        position += 8
      }
      guard position < bytes.count else { return nil }
      guard let length = length(ofSequenceAt: position, in: bytes) else { return position }
      position += length
    }
    return nil
  }

  /// The length of the sequence that begins here, after table 3-7 of the Unicode Standard.
  private static func length(ofSequenceAt position: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[position] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return nil }
    for following in bytes[(position + 2)..<(position + length)] where following & 0xC0 != 0x80 {
      return nil
    }
    return length
  }
}
