/// So many contents a second, and a store of some seconds' worth for those who were quiet.
package struct RateLimit: Sendable, Hashable {
  /// Contents a second that can be configured.
  package static let rates = 1...100_000
  /// Seconds' worth that can be configured.
  package static let bursts = 1...3_600
  /// Seconds' worth, where nothing else is configured.
  package static let defaultBurst = 10

  /// Contents a second.
  package let perSecond: Int
  /// How many seconds' worth can be taken at once.
  package let burst: Int

  /// - Returns: nil for figures that are out of bounds.
  package init?(perSecond: Int, burst: Int = RateLimit.defaultBurst) {
    guard Self.rates.contains(perSecond), Self.bursts.contains(burst) else { return nil }
    self.perSecond = perSecond
    self.burst = burst
  }

  /// What a full bucket holds.
  package var quota: Int { perSecond * burst }

  /// Nanoseconds in which one content's worth comes back; rounded up, so that never more comes back than was promised.
  var interval: Int64 { (1_000_000_000 + Int64(perSecond) - 1) / Int64(perSecond) }

  /// Nanoseconds in which an empty bucket fills.
  var depth: Int64 { interval * Int64(quota) }
}
