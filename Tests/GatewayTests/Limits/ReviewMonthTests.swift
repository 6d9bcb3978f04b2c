internal import Foundation
internal import Testing

@testable internal import Gateway

/// Calendar months, in UTC wherever the server is.
struct ReviewMonthTests {
  /// The month a moment is in, its first moment and the next one's.
  @Test(arguments: [
    ("2026-11-30T23:59:59Z", 24_322, "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"),
    ("2026-12-01T00:00:00Z", 24_323, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"),
    ("2028-02-29T12:00:00Z", 24_337, "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z"),
  ])
  func isOfUTC(moment: String, index: Int, start: String, end: String) throws {
    let month = ReviewMonth(of: try Date(moment, strategy: .iso8601))
    #expect(month.index == index)
    #expect([month.start, month.end].map { $0.formatted(.iso8601) } == [start, end])
    #expect(month.contains(month.start) && !month.contains(month.end))
  }

  /// A clock that is wildly wrong is no reason to fail.
  @Test(arguments: [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: -1e12)])
  func takesAnyMoment(moment: Date) {
    let month = ReviewMonth(of: moment)
    #expect(month.contains(moment))
  }
}
