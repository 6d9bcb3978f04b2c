/// Reads the scalars of a string out of its UTF-8, with their offsets.
struct ScalarReader {
  /// Offsets are kept in 32 bits; what lies past them is not searched.
  private static let maximumLength = Int(UInt32.max)

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int

  /// Where the next scalar begins.
  private(set) var offset = 0

  /// The bytes are a string's, so they are valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    end = min(bytes.count, Self.maximumLength)
  }

  mutating func next() -> UInt32? {
    guard offset < end else { return nil }
    let first = UInt32(bytes[offset])
    if first < 0x80 {
      offset += 1
      return first
    }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= end else {
      offset = end
      return nil
    }
    var scalar = first & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    offset += length
    return scalar
  }
}
