internal import Foundation

/// The header `Retry-After`: seconds, or a date (RFC 9110, 10.2.3).
enum RetryAfter {
  // Past any bound that is set, and no arithmetic on it overflows.
  private static let mostSeconds = 366 * 86_400

  /// - Returns: in seconds; nil where it is neither. A date that has passed is no pause at all.
  static func pause(_ header: String?, at now: Date) -> TimeInterval? {
    guard let text = header?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
    if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      // A number too long for an Int is too long in any case.
      return TimeInterval(min(Int(text) ?? mostSeconds, mostSeconds))
    }
    guard let date = dates.date(from: text) else { return nil }
    return min(max(date.timeIntervalSince(now), 0), TimeInterval(mostSeconds))
  }

  private static var dates: DateFormatter {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter
  }
}
