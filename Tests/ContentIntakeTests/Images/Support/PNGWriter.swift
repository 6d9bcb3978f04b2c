import Foundation

/// Writes PNGs of every kind, sound ones and others.
struct PNGWriter {
  enum Color: Int, CaseIterable {
    case gray = 0
    case rgb = 2
    case indexed = 3
    case grayAlpha = 4
    case rgba = 6

    var channels: Int {
      switch self {
      case .gray, .indexed: 1
      case .rgb: 3
      case .grayAlpha: 2
      case .rgba: 4
      }
    }

    var depths: [Int] {
      switch self {
      case .gray: [1, 2, 4, 8, 16]
      case .indexed: [1, 2, 4, 8]
      case .rgb, .grayAlpha, .rgba: [8, 16]
      }
    }
  }

  static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  static let end = chunk("IEND", [])

  var width: Int
  var height: Int
  var color = Color.rgb
  var depth = 8
  var isInterlaced = false

  static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    var chunk: [UInt8] = []
    chunk.append(bigEndian: body.count, bytes: 4)
    let covered = Array(name.utf8) + body
    chunk += covered
    chunk.append(bigEndian: Int(checksum(of: covered)), bytes: 4)
    return chunk
  }

  private static let checksums: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { checksums[Int(($0 ^ UInt32($1)) & 0xff)] ^ ($0 >> 8) }
  }

  var header: [UInt8] {
    var body: [UInt8] = []
    body.append(bigEndian: width, bytes: 4)
    body.append(bigEndian: height, bytes: 4)
    body += [UInt8(depth), UInt8(color.rawValue), 0, 0, isInterlaced ? 1 : 0]
    return Self.chunk("IHDR", body)
  }

  /// First column and row, and the steps to the next ones, of each pass.
  private var passes: [(x: Int, y: Int, right: Int, down: Int)] {
    isInterlaced
      ? [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
      ] : [(0, 0, 1, 1)]
  }

  /// How many bytes the rows have, each with the number of its filter.
  var rawLength: Int {
    passes.reduce(0) { sum, pass in
      let columns = (width - pass.x + pass.right - 1) / pass.right
      let rows = (height - pass.y + pass.down - 1) / pass.down
      return columns > 0 && rows > 0 ? sum + rows * (1 + (columns * color.channels * depth + 7) / 8) : sum
    }
  }

  /// The rows, unfiltered; for each pixel as many samples as there are channels, of `depth` bits.
  func rows(_ samples: (Int, Int) -> [Int]) -> [UInt8] {
    var raw: [UInt8] = []
    for pass in passes where pass.x < width {
      for y in stride(from: pass.y, to: height, by: pass.down) {
        raw.append(0)
        var bits = BitWriter(.mostFirst)
        for x in stride(from: pass.x, to: width, by: pass.right) {
          for sample in samples(x, y) { bits.write(sample, bits: depth) }
        }
        raw += bits.bytes
      }
    }
    return raw
  }

  /// A file with other chunks before its pixels and behind them.
  func file(pixels: [UInt8], before: [UInt8] = [], behind: [UInt8] = []) -> [UInt8] {
    Self.signature + header + before + Self.chunk("IDAT", pixels) + behind + Self.end
  }

  func file(before: [UInt8] = [], behind: [UInt8] = [], _ samples: (Int, Int) -> [Int]) -> [UInt8] {
    file(pixels: ZlibWriter.stored(rows(samples)), before: before, behind: behind)
  }

  /// Black, in few bytes.
  func black(before: [UInt8] = []) -> [UInt8] { file(pixels: ZlibWriter.zeros(rawLength), before: before) }
}
