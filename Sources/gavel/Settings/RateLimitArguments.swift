internal import ArgumentParser
internal import Configuration
internal import Gateway

/// The flags of what callers may ask for.
struct RateLimitArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Contents a second that each key may have evaluated. (default: no limit)", valueName: "n"))
  var rateLimit: Int?

  @Option(
    help: ArgumentHelp("Contents a second for all keys of an account together. (default: no limit)", valueName: "n"))
  var accountRateLimit: Int?

  @Option(
    help: ArgumentHelp(
      "How many seconds' worth may be asked for at once. (default: \(RateLimit.defaultBurst))", valueName: "seconds"))
  var rateLimitBurst: Int?

  @Option(
    help: ArgumentHelp(
      "Contents that each account may have evaluated in a calendar month, UTC. (default: no limit)", valueName: "n"))
  var reviewLimit: Int?

  /// - Returns: nil for no limit.
  /// - Throws: `SettingError`.
  func reviewLimit(_ settings: Settings) throws -> Int? {
    let limit = try settings.int("reviewLimit", flag: reviewLimit, default: 0)
    guard limit == 0 || ReviewLimiter.limits.contains(limit) else {
      throw SettingError("review limit: must be 0, for none, or up to \(ReviewLimiter.limits.upperBound) contents")
    }
    return limit == 0 ? nil : limit
  }

  /// - Throws: `SettingError` naming the setting.
  func limiter(_ settings: Settings) throws -> RateLimiter {
    let burst = try settings.int("rateLimitBurst", flag: rateLimitBurst, default: RateLimit.defaultBurst)
    return RateLimiter(
      key: try Self.limit("rate limit", try settings.int("rateLimit", flag: rateLimit, default: 0), burst: burst),
      account: try Self.limit(
        "account rate limit", try settings.int("accountRateLimit", flag: accountRateLimit, default: 0), burst: burst))
  }

  /// - Parameter perSecond: 0 sets no limit.
  private static func limit(_ name: String, _ perSecond: Int, burst: Int) throws -> RateLimit? {
    guard perSecond != 0 else { return nil }
    guard RateLimit.rates.contains(perSecond) else {
      throw SettingError("\(name): must be 0, for none, or up to \(RateLimit.rates.upperBound) contents a second")
    }
    guard let limit = RateLimit(perSecond: perSecond, burst: burst) else {
      throw SettingError("rate limit burst: must be \(RateLimit.bursts.lowerBound) to \(RateLimit.bursts.upperBound)")
    }
    return limit
  }
}
