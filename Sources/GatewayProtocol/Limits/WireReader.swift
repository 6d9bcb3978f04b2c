/// Walks over the fields of a message in the binary form.
///
/// Source: protobuf.dev/programming-guides/encoding.
struct WireReader {
  struct Field {
    var number: Int
    /// Of a field with a length: its bytes.
    var value: UnsafeRawBufferPointer?
  }

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The next field; nil at the end, and where the bytes are no message's.
  mutating func next() -> Field? {
    guard position < bytes.count, let tag = varint() else { return nil }
    var field = Field(number: Int(truncatingIfNeeded: tag >> 3))
    switch tag & 7 {
    case 0: return varint() == nil ? nil : field
    case 1: return skip(8) ? field : nil
    case 5: return skip(4) ? field : nil
    case 2:
      guard let length = varint(), length <= UInt64(bytes.count - position) else { return nil }
      let end = position + Int(length)
      field.value = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
      position = end
      return field
    // The ends of a group: what stands between them are fields as well.
    case 3, 4: return field
    default: return nil
    }
  }

  private mutating func skip(_ count: Int) -> Bool {
    guard bytes.count - position >= count else { return false }
    position += count
    return true
  }

  private mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
    }
    return nil
  }
}
