internal import Foundation

/// The limits of keys and of accounts together, as a value: moments come in, verdicts go out.
struct RateLimits: Sendable {
  /// Why a request was not let in.
  struct Refusal: Sendable, Hashable {
    var scope: RateLimitStanding.Scope
    var limit: RateLimit
    /// Nanoseconds until a request can be let in.
    var wait: Int64
  }

  private(set) var keys: TokenBuckets?
  private(set) var accounts: TokenBuckets?

  /// - Parameters:
  ///   - key: nil sets none.
  ///   - account: nil sets none.
  init(key: RateLimit?, account: RateLimit?) {
    keys = key.map(TokenBuckets.init)
    accounts = account.map(TokenBuckets.init)
  }

  /// Takes the worth of a request's first content from both buckets, or nothing where either has not got it.
  mutating func admit(_ caller: Caller, at now: Int64) -> Refusal? {
    let refusals = [
      (RateLimitStanding.Scope.key, keys, caller.keyID), (.account, accounts, caller.accountID),
    ].compactMap { scope, buckets, id -> Refusal? in
      guard let buckets else { return nil }
      let wait = buckets.bucket(id, at: now).wait(under: buckets.limit, at: now)
      return wait > 0 ? Refusal(scope: scope, limit: buckets.limit, wait: wait) : nil
    }
    // Both have to have it: the longer wait is the true one.
    if let refusal = refusals.max(by: { $0.wait < $1.wait }) { return refusal }
    charge(1, to: caller, at: now)
    return nil
  }

  /// Takes the worth of contents that were let in, though it be owed.
  mutating func charge(_ contents: Int, to caller: Caller, at now: Int64) {
    keys?.take(contents, from: caller.keyID, at: now)
    accounts?.take(contents, from: caller.accountID, at: now)
  }

  /// The key's first.
  func standings(of caller: Caller, at now: Int64) -> [RateLimitStanding] {
    var standings: [RateLimitStanding] = []
    if let keys { standings.append(.init(.key, keys, bucket: keys.bucket(caller.keyID, at: now), at: now)) }
    if let accounts {
      standings.append(.init(.account, accounts, bucket: accounts.bucket(caller.accountID, at: now), at: now))
    }
    return standings
  }
}
