/// Where a caller stands with one of its limits, as the headers of an answer tell it.
package struct RateLimitStanding: Sendable, Hashable {
  /// Whose limit it is.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    case key
    case account
  }

  package var scope: Scope
  package var limit: RateLimit
  /// Contents' worth that can be taken now.
  package var remaining: Int
  /// Seconds until all of the quota is there again.
  package var secondsToFull: Int

  init(_ scope: Scope, _ limit: RateLimit, _ bucket: TokenBucket, at now: Int64) {
    self.scope = scope
    self.limit = limit
    remaining = bucket.remaining(under: limit, at: now)
    secondsToFull = Int((bucket.missing(at: now) + 999_999_999) / 1_000_000_000)
  }
}
