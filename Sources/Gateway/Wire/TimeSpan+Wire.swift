internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension TimeSpan {
  /// A bound that is absent, or in year 1 or before (clients send those for "none"), is open; a range without bounds is
  /// no range at all.
  ///
  /// - Throws: INVALID_ARGUMENT where it ends before it starts, or a bound is no time.
  init?(_ wire: Clavata_Shared_V1_TimeRange, field: String) throws(GatewayError) {
    let start = wire.hasStart ? try Self.bound(wire.start, field: field + ".start") : nil
    let end = wire.hasEnd ? try Self.bound(wire.end, field: field + ".end") : nil
    if start == nil, end == nil { return nil }
    if let start, let end, start > end {
      throw GatewayError(.invalidArgument, "\(field): starts after its end")
    }
    self.init(start: start, end: end, isInclusive: wire.inclusive)
  }

  /// 0002-01-01 and 10000-01-01, in seconds since 1970.
  private static let years: Range<Int64> = -62_104_060_800..<253_402_300_800

  private static func bound(_ wire: Google_Protobuf_Timestamp, field: String) throws(GatewayError) -> Date? {
    if wire.seconds < years.lowerBound { return nil }
    guard years.contains(wire.seconds), (0..<1_000_000_000).contains(wire.nanos) else {
      throw GatewayError(.invalidArgument, "\(field): is not a time")
    }
    return Date(timeIntervalSince1970: Double(wire.seconds) + Double(wire.nanos) / 1e9)
  }
}
