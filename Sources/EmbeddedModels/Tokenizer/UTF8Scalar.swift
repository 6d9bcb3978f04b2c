/// Reads scalars off a String's bytes without making characters of them.
enum UTF8Scalar {
  /// - Parameter offset: where a scalar begins.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, width: Int) {
    // INVARIANT: a String's UTF-8 is well formed, so the bytes a scalar announces are there.
    let first = UInt32(bytes[offset])
    func tail(_ distance: Int) -> UInt32 { UInt32(bytes[offset + distance]) & 0x3F }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
}
