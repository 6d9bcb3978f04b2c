/// Bits put into bytes, the least significant of a byte first (as Deflate has it) or the most significant (as JPEG does).
struct BitWriter {
  enum Order {
    case leastFirst
    case mostFirst
  }

  let order: Order
  private(set) var bytes: [UInt8] = []
  private var used = 0

  init(_ order: Order) { self.order = order }

  /// Writes the bits of a code, the most significant of them first.
  mutating func write(_ code: Int, bits: Int) {
    for index in (0..<bits).reversed() { write(bit: code >> index & 1) }
  }

  /// Writes the bits of a number, the least significant of them first.
  mutating func writeReversed(_ number: Int, bits: Int) {
    for index in 0..<bits { write(bit: number >> index & 1) }
  }

  private mutating func write(bit: Int) {
    if used == 0 { bytes.append(0) }
    bytes[bytes.count - 1] |= UInt8(bit << (order == .leastFirst ? used : 7 - used))
    used = (used + 1) % 8
  }
}
