package import Foundation

/// A stretch of time; a bound that is nil is open.
package struct TimeSpan: Sendable, Hashable {
  package var start: Date?
  package var end: Date?
  /// Whether the bounds themselves belong to it.
  package var isInclusive: Bool

  package init(start: Date?, end: Date?, isInclusive: Bool) {
    self.start = start
    self.end = end
    self.isInclusive = isInclusive
  }
}
