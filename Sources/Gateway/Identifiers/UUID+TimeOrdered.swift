internal import Foundation

extension UUID {
  /// A UUID of version 7 (RFC 9562): the moment in milliseconds, then 74 random bits. Rows under such ids are written
  /// next to one another, not each to another page of the index.
  static func timeOrdered(at moment: Date) -> UUID {
    let milliseconds = UInt64(max(0, moment.timeIntervalSince1970 * 1_000))
    return UUID(
      high: milliseconds << 16 | 0x7000 | UInt64.random(in: 0..<1 << 12),
      low: 1 << 63 | UInt64.random(in: 0..<1 << 62))
  }

  /// A UUID of version 4. Foundation's own opens a device for each.
  static func random() -> UUID {
    UUID(
      high: UInt64.random(in: .min ... .max) & ~0xF000 | 0x4000,
      low: 1 << 63 | UInt64.random(in: 0..<1 << 62))
  }

  private init(high: UInt64, low: UInt64) {
    var bytes = (high.bigEndian, low.bigEndian)
    self = withUnsafeBytes(of: &bytes) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}
