internal import Foundation
internal import GatewayProtocol
internal import SwiftProtobuf
internal import Testing

@testable internal import Gateway

/// Intervals, cut into steps.
struct IntervalBucketsTests {
  private typealias Interval = Clavata_Gateway_V1_TimeInterval

  private static func seconds(_ text: String) throws -> Int64 {
    Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970)
  }

  private static func interval(
    _ start: Int64, _ end: Int64, _ unit: Clavata_Gateway_V1_IntervalType, _ length: Int32 = 1, zone: String = ""
  ) -> Interval {
    .with {
      $0.start = .init(seconds: start)
      $0.end = .init(seconds: end)
      $0.intervalUnit = unit
      $0.intervalLength = length
      $0.timezone = zone
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var zone: String
    var start: String
    var end: String
    var unit: Clavata_Gateway_V1_IntervalType
    var length: Int32 = 1
    /// Where the first step begins.
    var first: String
    /// Of each step, in minutes.
    var minutes: [Int64]

    var testDescription: String { "\(zone) \(start) \(unit) \(length)" }
  }

  private static let cases: [Case] = [
    // Quarters of an hour from UTC.
    Case(
      zone: "Asia/Kathmandu", start: "2026-02-28T20:00:00Z", end: "2026-03-02T18:15:00Z", unit: .day,
      first: "2026-02-28T18:15:00Z", minutes: [1_440, 1_440]),
    Case(
      zone: "Asia/Kathmandu", start: "2026-02-28T18:20:00Z", end: "2026-02-28T20:15:00Z", unit: .hour,
      first: "2026-02-28T18:15:00Z", minutes: [60, 60]),
    // The clocks go on an hour, and back.
    Case(
      zone: "America/New_York", start: "2026-03-07T05:00:00Z", end: "2026-03-10T04:00:00Z", unit: .day,
      first: "2026-03-07T05:00:00Z", minutes: [1_440, 1_380, 1_440]),
    Case(
      zone: "America/New_York", start: "2026-10-31T04:00:00Z", end: "2026-11-03T05:00:00Z", unit: .day,
      first: "2026-10-31T04:00:00Z", minutes: [1_440, 1_500, 1_440]),
    Case(
      zone: "America/New_York", start: "2026-03-06T05:00:00Z", end: "2026-03-13T04:00:00Z", unit: .day, length: 7,
      first: "2026-03-06T05:00:00Z", minutes: [7 * 1_440 - 60]),
    // Half an hour.
    Case(
      zone: "Australia/Lord_Howe", start: "2026-04-03T13:00:00Z", end: "2026-04-06T13:30:00Z", unit: .day,
      first: "2026-04-03T13:00:00Z", minutes: [1_440, 1_470, 1_440]),
    Case(
      zone: "Australia/Lord_Howe", start: "2026-10-03T13:30:00Z", end: "2026-10-04T13:00:00Z", unit: .day,
      first: "2026-10-03T13:30:00Z", minutes: [1_410]),
    // A day that begins at one o'clock.
    Case(
      zone: "America/Sao_Paulo", start: "2018-11-03T03:00:00Z", end: "2018-11-06T02:00:00Z", unit: .day,
      first: "2018-11-03T03:00:00Z", minutes: [1_440, 1_380, 1_440]),
    // A day that is left out.
    Case(
      zone: "Pacific/Apia", start: "2011-12-29T10:00:00Z", end: "2012-01-01T10:00:00Z", unit: .day,
      first: "2011-12-29T10:00:00Z", minutes: [1_440, 1_440, 1_440]),
    // The first step is whole, and so is the last.
    Case(
      zone: "", start: "2026-01-01T10:20:30Z", end: "2026-01-01T12:00:01Z", unit: .hour,
      first: "2026-01-01T10:00:00Z", minutes: [60, 60, 60]),
    Case(
      zone: "UTC", start: "2026-01-01T10:20:30Z", end: "2026-01-01T10:27:00Z", unit: .minute, length: 5,
      first: "2026-01-01T10:20:00Z", minutes: [5, 5]),
    Case(
      zone: "UTC", start: "1969-12-31T23:10:00Z", end: "1970-01-01T00:30:00Z", unit: .hour, length: 0,
      first: "1969-12-31T23:00:00Z", minutes: [60, 60]),
  ]

  /// Steps are as long as the zone's clocks make them, and cover the interval without a gap.
  @Test(arguments: cases)
  func cuts(_ item: Case) throws {
    let (start, end) = (try Self.seconds(item.start), try Self.seconds(item.end))
    let buckets = try IntervalBuckets(Self.interval(start, end, item.unit, item.length, zone: item.zone))
    #expect(buckets.edges.first == (try Self.seconds(item.first)))
    #expect(zip(buckets.edges, buckets.edges.dropFirst()).map { ($1 - $0) / 60 } == item.minutes)
    #expect(buckets.edges[0] <= start && buckets.edges[buckets.edges.count - 1] >= end)
  }

  /// In every zone of the database every boundary of a year's days is a quarter of an hour: no figure of a quarter belongs
  /// to two days.
  @Test func daysAreQuartersEverywhere() throws {
    let (start, end) = (try Self.seconds("2026-01-01T00:00:00Z"), try Self.seconds("2027-01-01T00:00:00Z"))
    #expect(TimeZone.knownTimeZoneIdentifiers.count > 300)
    for zone in TimeZone.knownTimeZoneIdentifiers {
      let buckets = try IntervalBuckets(Self.interval(start, end, .day, zone: zone))
      #expect(buckets.edges.allSatisfy { $0 % 900 == 0 }, "\(zone)")
      #expect((365...368).contains(buckets.edges.count), "\(zone)")
    }
  }

  /// As many steps as are allowed are made, one more is refused; and so are times, zones and lengths that are none.
  @Test func refusesWhatIsNoInterval() throws {
    let limit = Int64(AnalyticsLimits.buckets)
    for (unit, seconds) in [(.minute, 60), (.hour, 3_600), (.day, 86_400)]
      as [(Clavata_Gateway_V1_IntervalType, Int64)]
    {
      #expect(try IntervalBuckets(Self.interval(0, limit * seconds, unit)).edges.count == Int(limit) + 1)
      #expect(throws: GatewayError.self) { try IntervalBuckets(Self.interval(0, limit * seconds + 1, unit)) }
    }
    var noStart = Self.interval(0, 60, .minute)
    noStart.clearStart()
    var noEnd = Self.interval(0, 60, .minute)
    noEnd.clearEnd()
    var nanos = Self.interval(0, 60, .minute)
    nanos.start.nanos = -1
    let year1: Int64 = -62_135_596_800
    let year9999: Int64 = 253_402_300_799
    let refused: [Interval] = [
      noStart, noEnd, nanos,
      Self.interval(60, 60, .minute), Self.interval(61, 60, .minute), Self.interval(0, 60, .unspecifiedInterval),
      Self.interval(0, 60, .UNRECOGNIZED(9)), Self.interval(0, 60, .minute, -1),
      Self.interval(0, 60, .minute, .max), Self.interval(0, 60, .minute, .min),
      Self.interval(year1, 0, .day), Self.interval(.min, .max, .day), Self.interval(0, .max, .day, 10_000),
      Self.interval(0, year9999, .day), Self.interval(0, 60, .day, zone: "Mars/Olympus"),
      Self.interval(0, 60, .day, zone: "../../etc/passwd"), Self.interval(0, 60, .day, zone: "Europe/\u{0}Berlin"),
      Self.interval(0, 60, .day, zone: String(repeating: "A", count: 1 << 20)),
      Self.interval(0, 60, .day, zone: " UTC"),
    ]
    for interval in refused {
      let error = #expect(throws: GatewayError.self) { try IntervalBuckets(interval) }
      #expect(error?.code == .invalidArgument, "\(interval)")
    }
    // Far, but few.
    let far = try IntervalBuckets(Self.interval(-62_104_060_800, year9999, .day, 10_000, zone: "Asia/Kathmandu"))
    #expect((360...370).contains(far.edges.count))
    #expect(far.wire.end.seconds == year9999)
  }
}
