internal import Foundation

/// The header `Retry-After`: seconds, or a date (RFC 9110, 10.2.3).
enum RetryAfter {
  /// - Returns: nil where it is neither. A date that has passed is no pause at all.
  static func pause(_ header: String?, at now: Date) -> Duration? {
    guard let text = header?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
    if let seconds = Int(text) { return seconds >= 0 ? .seconds(min(seconds, mostSeconds)) : nil }
    guard let date = dates.date(from: text) else { return nil }
    return .seconds(min(max(date.timeIntervalSince(now), 0), Double(mostSeconds)))
  }

  // Past any bound that is set, and no arithmetic on it overflows.
  private static let mostSeconds = 86_400

  private static var dates: DateFormatter {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter
  }
}
