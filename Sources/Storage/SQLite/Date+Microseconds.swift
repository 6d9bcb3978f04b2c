package import Foundation

/// Times as they are kept: whole microseconds since 1970.
extension Date {
  /// The nearest whole microsecond; the ends of `Int64` for what lies beyond them.
  ///
  /// Nearest, not the one before: a date that was kept and read is then kept as the same number again.
  package var microsecondsSince1970: Int64 {
    // From `Date`'s own epoch, 2001: through 1970 a bit of its precision would be lost.
    let since2001 = (timeIntervalSinceReferenceDate * 1e6).rounded()
    guard let whole = Int64(exactly: since2001) else { return since2001 > 0 ? .max : .min }
    let (sum, overflows) = whole.addingReportingOverflow(Self.epochDistance)
    return overflows ? .max : sum
  }

  package init(microsecondsSince1970 microseconds: Int64) {
    let (since2001, overflows) = microseconds.subtractingReportingOverflow(Self.epochDistance)
    self.init(timeIntervalSinceReferenceDate: Double(overflows ? .min : since2001) / 1e6)
  }

  /// As the store answers it.
  package var roundedToMicroseconds: Date { Date(microsecondsSince1970: microsecondsSince1970) }

  /// As many whole microseconds later: so many moments that the store tells apart. A sum of seconds is too coarse for
  /// that.
  package func advanced(microseconds: Int) -> Date {
    let (sum, overflows) = microsecondsSince1970.addingReportingOverflow(Int64(microseconds))
    return Date(microsecondsSince1970: overflows ? .max : sum)
  }

  /// From 1970 to 2001.
  private static let epochDistance: Int64 = 978_307_200_000_000
}
