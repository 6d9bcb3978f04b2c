internal import Foundation

/// Puts the checksums of a PNG's chunks right: by chance they never are, and then nothing behind them is tried.
enum ChunkRepair {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
  }

  /// - Returns: nil where nothing is to be put right.
  static func repaired(_ bytes: Data) -> Data? {
    guard bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) else { return nil }
    var file = [UInt8](bytes)
    var place = 8
    while place + 12 <= file.count {
      let length = file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = place + 8 + length
      guard end + 4 <= file.count else { break }
      let covered = file[place + 4..<end]
      let checksum = ~covered.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xff)] ^ ($0 >> 8) }
      for index in 0..<4 { file[end + index] = UInt8(truncatingIfNeeded: checksum >> UInt32(24 - 8 * index)) }
      place = end + 4
    }
    let repaired = Data(file)
    return repaired == bytes ? nil : repaired
  }
}
