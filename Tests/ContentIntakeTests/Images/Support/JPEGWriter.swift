/// Writes gray JPEGs of any size in few bytes: each block is the code of no difference and the code of nothing more.
struct JPEGWriter {
  /// The marker of the frame.
  enum Process: UInt8 {
    case baseline = 0xc0
    case progressive = 0xc2
  }

  static let start: [UInt8] = [0xff, 0xd8]
  static let end: [UInt8] = [0xff, 0xd9]

  var width: Int
  var height: Int
  var components = 3
  var process = Process.baseline
  /// Scans of a progressive picture behind the first; each goes through a coefficient of all blocks of a component.
  var laterScans = 0

  static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
    var segment: [UInt8] = [0xff, marker]
    segment.append(bigEndian: body.count + 2, bytes: 2)
    return segment + body
  }

  var frame: [UInt8] {
    var body: [UInt8] = [8]
    body.append(bigEndian: height, bytes: 2)
    body.append(bigEndian: width, bytes: 2)
    body.append(UInt8(components))
    for component in 0..<components { body += [UInt8(component + 1), 0x11, 0] }
    return Self.segment(process.rawValue, body)
  }

  var tables: [UInt8] {
    let quantization = Self.segment(0xdb, [0] + Array(repeating: 1, count: 64))
    // One code of one bit each; that of the later coefficients means nothing more, for one block or for 16,384 and more.
    let lengths: [UInt8] = [1] + Array(repeating: 0, count: 15)
    let nothing: UInt8 = process == .baseline ? 0 : 0xe0
    return quantization + Self.segment(0xc4, [0x00] + lengths + [0]) + Self.segment(0xc4, [0x10] + lengths + [nothing])
  }

  private var blocks: Int { (width + 7) / 8 * ((height + 7) / 8) }

  private var firstScan: [UInt8] {
    var body: [UInt8] = [UInt8(components)]
    for component in 0..<components { body += [UInt8(component + 1), 0x00] }
    body += process == .baseline ? [0, 63, 0] : [0, 0, 0]
    let bits = blocks * components * (process == .baseline ? 2 : 1)
    return Self.segment(0xda, body) + Array(repeating: 0, count: (bits + 7) / 8)
  }

  private func laterScan(_ index: Int) -> [UInt8] {
    let coefficient = UInt8(1 + index / components % 63)
    let body = [1, UInt8(1 + index % components), 0x00, coefficient, coefficient, 0]
    // A code of one bit and 14 bits more: 16,384 blocks each.
    let bits = (blocks + 16_383) / 16_384 * 15
    return Self.segment(0xda, body) + Array(repeating: 0, count: (bits + 7) / 8)
  }

  var file: [UInt8] {
    Self.start + frame + tables + firstScan + (0..<laterScans).flatMap(laterScan) + Self.end
  }
}
