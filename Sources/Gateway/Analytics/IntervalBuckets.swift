internal import Foundation
internal import GatewayProtocol
internal import SwiftProtobuf

/// An interval cut into steps: minutes and hours of elapsed time, or calendar days of a time zone.
///
/// The first step begins where its unit does, at or before the start; the last is whole, and reaches to the end or beyond
/// it. So a day has 23 or 25 hours where the clocks change, and what is counted is never a part of a step.
struct IntervalBuckets: Sendable {
  let unit: Clavata_Gateway_V1_IntervalType
  /// In units.
  let length: Int
  /// Its name as it was given.
  let zoneName: String
  /// Where each step begins, and where the last one ends, in seconds since 1970: ascending, two or more.
  let edges: [Int64]

  /// 0002-01-01 and 10000-01-01, in seconds since 1970.
  private static let years: Range<Int64> = -62_104_060_800..<253_402_300_800

  /// - Throws: INVALID_ARGUMENT, naming the field.
  init(_ wire: Clavata_Gateway_V1_TimeInterval) throws(GatewayError) {
    let start = try Self.seconds(wire.start, isSet: wire.hasStart, field: "interval.start")
    let end = try Self.seconds(wire.end, isSet: wire.hasEnd, field: "interval.end")
    guard start < end else { throw GatewayError(.invalidArgument, "interval: starts at its end, or after it") }
    guard (0...Int32(AnalyticsLimits.intervalLength)).contains(wire.intervalLength) else {
      throw GatewayError(
        .invalidArgument, "interval.intervalLength: must be from 1 to \(AnalyticsLimits.intervalLength)")
    }
    let zone = try Self.zone(wire.timezone)
    let length = max(1, Int(wire.intervalLength))
    let seconds: Int64
    switch wire.intervalUnit {
    case .minute: seconds = 60
    case .hour: seconds = 3_600
    case .day: seconds = 86_400
    default: throw GatewayError(.invalidArgument, "interval.intervalUnit: must be MINUTE, HOUR or DAY")
    }
    // Before anything is allocated. A day may be an hour short, which is why there is a second look.
    guard (end - start) / (seconds * Int64(length)) <= AnalyticsLimits.buckets else { throw Self.tooMany }
    let edges =
      seconds == 86_400
      ? try Self.days(from: start, to: end, length: length, zone)
      : Self.steps(of: seconds, from: start, to: end, length: length, zone)
    guard edges.count - 1 <= AnalyticsLimits.buckets else { throw Self.tooMany }
    unit = wire.intervalUnit
    self.length = length
    zoneName = wire.timezone
    self.edges = edges
  }

  /// What was counted: the interval that the steps make up.
  var wire: Clavata_Gateway_V1_TimeInterval {
    .with {
      $0.start = .init(seconds: edges[0])
      // The last step may end in a year that no timestamp can name.
      $0.end = .init(seconds: min(edges[edges.count - 1], Self.years.upperBound - 1))
      $0.timezone = zoneName
      $0.intervalUnit = unit
      $0.intervalLength = Int32(clamping: length)
    }
  }

  private static let tooMany = GatewayError(
    .invalidArgument,
    "interval: has more than \(AnalyticsLimits.buckets) steps; ask for a narrower one, or longer steps")

  private static func seconds(
    _ wire: Google_Protobuf_Timestamp, isSet: Bool, field: String
  ) throws(GatewayError) -> Int64 {
    guard isSet else { throw GatewayError(.invalidArgument, "\(field): is required") }
    guard years.contains(wire.seconds), (0..<1_000_000_000).contains(wire.nanos) else {
      throw GatewayError(.invalidArgument, "\(field): is not a time from year 2 to year 9999")
    }
    return wire.seconds
  }

  private static func zone(_ name: String) throws(GatewayError) -> TimeZone {
    if name.isEmpty { return .gmt }
    // Names are looked up in a database: nothing but a name is to reach it.
    let isName =
      name.utf8.count <= AnalyticsLimits.zoneBytes
      && name.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789/_+-".contains(Character($0)))
      }
    guard isName, let zone = TimeZone(identifier: name) else {
      throw GatewayError(.invalidArgument, "interval.timezone: is not a name of the time zone database")
    }
    return zone
  }

  private static func steps(
    of seconds: Int64, from start: Int64, to end: Int64, length: Int, _ zone: TimeZone
  ) -> [Int64] {
    // Hours begin as the zone's clocks have it at the start: not all zones are whole hours from UTC.
    let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(start))))
    let rest = (start + offset) % seconds
    let first = start - (rest < 0 ? rest + seconds : rest)
    var edges = [first]
    var edge = first
    repeat {
      edge += seconds * Int64(length)
      edges.append(edge)
    } while edge < end
    return edges
  }

  private static func days(
    from start: Int64, to end: Int64, length: Int, _ zone: TimeZone
  ) throws(GatewayError) -> [Int64] {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let first = calendar.startOfDay(for: Date(timeIntervalSince1970: Double(start)))
    // From noon to noon, for a day may begin at one o'clock.
    let noon = first.addingTimeInterval(43_200)
    var edges = [Int64(first.timeIntervalSince1970)]
    var step = 0
    while edges[edges.count - 1] < end {
      step += 1
      guard step <= AnalyticsLimits.buckets + 1 else { throw tooMany }
      guard let day = calendar.date(byAdding: .day, value: step * length, to: noon) else {
        throw GatewayError(.invalidArgument, "interval.end: is not a time from year 2 to year 9999")
      }
      let edge = Int64(calendar.startOfDay(for: day).timeIntervalSince1970)
      // A zone that crosses the date line leaves a day out.
      if edge > edges[edges.count - 1] { edges.append(edge) }
    }
    return edges
  }
}
