/// A rate limit as it is kept.
package struct KeptRate: Sendable, Hashable {
  /// Contents a second.
  package var perSecond: Int
  /// Seconds' worth that may be taken at once.
  package var burst: Int

  package init(perSecond: Int, burst: Int) {
    self.perSecond = perSecond
    self.burst = burst
  }
}
