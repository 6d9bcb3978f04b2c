/// zlib streams (RFC 1950, RFC 1951) without compression, and of zeros with as much as fixed codes allow.
enum ZlibWriter {
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      stream.append(rest.isEmpty ? 1 : 0)
      stream.append(littleEndian: block.count, bytes: 2)
      stream.append(littleEndian: ~block.count, bytes: 2)
      stream += block
    } while !rest.isEmpty
    var (a, b) = (1, 0)
    for byte in bytes {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    stream.append(bigEndian: b << 16 | a, bytes: 4)
    return stream
  }

  /// About a byte for each 160 zeros.
  static func zeros(_ count: Int) -> [UInt8] {
    var bits = BitWriter(.leastFirst)
    bits.writeReversed(1, bits: 1)
    bits.writeReversed(1, bits: 2)
    // A zero, then copies of it, 258 at a time, then the zeros that are left.
    if count > 0 { bits.write(0b0011_0000, bits: 8) }
    let copies = max(count - 1, 0) / 258
    for _ in 0..<copies {
      bits.write(0b1100_0101, bits: 8)
      bits.write(0, bits: 5)
    }
    for _ in 0..<max(count - 1 - 258 * copies, 0) { bits.write(0b0011_0000, bits: 8) }
    bits.write(0, bits: 7)
    var stream: [UInt8] = [0x78, 0x9c] + bits.bytes
    stream.append(bigEndian: (count % 65_521) << 16 | 1, bytes: 4)
    return stream
  }
}
