package import Foundation

/// A calendar month in UTC: as long as one count of reviews runs.
package struct ReviewMonth: Sendable, Hashable {
  /// Months since January of the year 0: 2026-11 is 24,322.
  package let index: Int
  package let start: Date
  /// The first moment of the month after it.
  package let end: Date

  /// The month that a moment is in.
  package init(of moment: Date) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month], from: moment)
    index = (parts.year ?? 0) * 12 + (parts.month ?? 1) - 1
    let days = calendar.dateInterval(of: .month, for: moment)
    if let days, days.start <= moment, moment < days.end {
      (start, end) = (days.start, days.end)
    } else {
      // A clock so wrong that the calendar does not know its month.
      (start, end) = (moment, moment.addingTimeInterval(86_400))
    }
  }

  package func contains(_ moment: Date) -> Bool { start <= moment && moment < end }
}
