internal import Storage

/// The rate limits of an account: of each of its keys, and of all of them together.
struct RateLimitPair: Sendable, Hashable {
  /// Nil sets none.
  var key: RateLimit?
  /// Nil sets none.
  var account: RateLimit?

  var isEmpty: Bool { key == nil && account == nil }

  subscript(scope: RateLimitStanding.Scope) -> RateLimit? {
    switch scope {
    case .key: key
    case .account: account
    }
  }

  /// These, and what the account holds itself to where that is less.
  func lowered(to own: AccountLimitsRecord) -> RateLimitPair {
    RateLimitPair(key: Self.lesser(key, own.key), account: Self.lesser(account, own.account))
  }

  /// INVARIANT: never more than the server's, in rate or in what can be taken at once, whatever was kept under another.
  private static func lesser(_ limit: RateLimit?, _ own: KeptRate?) -> RateLimit? {
    guard let own, let own = RateLimit(perSecond: own.perSecond, burst: own.burst) else { return limit }
    guard let limit else { return own }
    return RateLimit(perSecond: min(limit.perSecond, own.perSecond), burst: min(limit.burst, own.burst))
  }
}
