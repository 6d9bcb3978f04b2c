/// What one key, or one account, has taken.
///
/// It is kept as the moment at which the bucket will be full again if nothing more is taken: one number says it all,
/// and a moment that is past says that there is nothing to remember. Moments are nanoseconds of the caller's clock.
struct TokenBucket: Sendable, Hashable {
  /// How long a bucket can be in debt at most, in nanoseconds: nobody waits longer for what was taken at once.
  static let maximumDebt: Int64 = 3_600_000_000_000

  private var fullAt: Int64

  init(fullAt moment: Int64) {
    fullAt = moment
  }

  /// Nanoseconds until one content's worth can be taken; 0 where it can be now.
  func wait(under limit: RateLimit, at now: Int64) -> Int64 {
    max(0, missing(at: now) + limit.interval - limit.depth)
  }

  /// Takes without asking: what is not there is owed, and comes back first.
  mutating func take(_ contents: Int, under limit: RateLimit, at now: Int64) {
    let (taken, isTooMuch) = Int64(contents).multipliedReportingOverflow(by: limit.interval)
    let most = limit.depth + Self.maximumDebt
    fullAt = now + (isTooMuch ? most : min(most, missing(at: now) + min(most, taken)))
  }

  /// Contents' worth that can be taken now.
  func remaining(under limit: RateLimit, at now: Int64) -> Int {
    Int(max(0, limit.depth - missing(at: now)) / limit.interval)
  }

  /// Nanoseconds until it is full.
  func missing(at now: Int64) -> Int64 { max(0, fullAt - now) }

  func isFull(at now: Int64) -> Bool { fullAt <= now }
}
