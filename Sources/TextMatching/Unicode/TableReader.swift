/// Reads the numbers of a generated table: groups of five bits in printable characters, least first.
struct TableReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// The bytes live as long as the program: they are a literal's.
  init(_ table: StaticString) {
    bytes = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
  }

  /// The next number; nil at the end.
  mutating func next() -> Int? {
    guard position < bytes.count else { return nil }
    var number = 0
    var shift = 0
    while position < bytes.count {
      let group = Self.value(of: bytes[position])
      position += 1
      number |= (group & 31) << shift
      shift += 5
      if group & 32 == 0 { break }
    }
    return number
  }

  /// The next number, where numbers may be negative.
  mutating func nextSigned() -> Int? {
    guard let number = next() else { return nil }
    return number & 1 == 0 ? number >> 1 : -((number + 1) >> 1)
  }

  private static func value(of byte: UInt8) -> Int {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61 + 26
    case 0x30...0x39: Int(byte) - 0x30 + 52
    case 0x2D: 62
    default: 63
    }
  }
}
