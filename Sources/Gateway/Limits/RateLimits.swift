internal import Foundation
internal import Storage

/// The limits of keys and of accounts together, as a value: moments come in, verdicts go out.
struct RateLimits: Sendable {
  /// Why a request was not let in.
  struct Refusal: Sendable, Hashable {
    var scope: RateLimitStanding.Scope
    var limit: RateLimit
    /// Nanoseconds until a request can be let in.
    var wait: Int64
  }

  /// What the server is started with: no account has more.
  let server: RateLimitPair
  /// Of the accounts that are known: those that hold themselves to less may be among them.
  private var own: [UUID: RateLimitPair] = [:]
  /// How often an account was forgotten: what was read before the last time is not taken up after it.
  private(set) var changes = 0
  private var keys = TokenBuckets()
  private var accounts = TokenBuckets()

  init(server: RateLimitPair) {
    self.server = server
  }

  func limits(of account: UUID) -> RateLimitPair { own[account] ?? server }

  func knows(_ account: UUID) -> Bool { own[account] != nil }

  /// - Parameter changes: as they were before the account's own limits were read.
  mutating func learn(_ account: UUID, _ limits: AccountLimitsRecord, read changes: Int) {
    guard changes == self.changes else { return }
    own[account] = server.lowered(to: limits)
  }

  mutating func forget(_ account: UUID) {
    changes += 1
    own[account] = nil
  }

  /// Takes the worth of a request's first content from both buckets, or nothing where either has not got it.
  mutating func admit(_ caller: Caller, at now: Int64) -> Refusal? {
    let limits = limits(of: caller.accountID)
    if limits.isEmpty { return nil }
    let refusals = [
      (RateLimitStanding.Scope.key, limits.key, keys, caller.keyID),
      (.account, limits.account, accounts, caller.accountID),
    ].compactMap { scope, limit, buckets, id -> Refusal? in
      guard let limit else { return nil }
      let wait = buckets.bucket(id, at: now).wait(under: limit, at: now)
      return wait > 0 ? Refusal(scope: scope, limit: limit, wait: wait) : nil
    }
    // Both have to have it: the longer wait is the true one.
    if let refusal = refusals.max(by: { $0.wait < $1.wait }) { return refusal }
    charge(1, to: caller, at: now)
    return nil
  }

  /// Takes the worth of contents that were let in, though it be owed.
  mutating func charge(_ contents: Int, to caller: Caller, at now: Int64) {
    let limits = limits(of: caller.accountID)
    if let limit = limits.key { keys.take(contents, from: caller.keyID, under: limit, at: now) }
    if let limit = limits.account { accounts.take(contents, from: caller.accountID, under: limit, at: now) }
  }

  /// The key's first.
  func standings(of caller: Caller, at now: Int64) -> [RateLimitStanding] {
    let limits = limits(of: caller.accountID)
    var standings: [RateLimitStanding] = []
    if let limit = limits.key { standings.append(.init(.key, limit, keys.bucket(caller.keyID, at: now), at: now)) }
    if let limit = limits.account {
      standings.append(.init(.account, limit, accounts.bucket(caller.accountID, at: now), at: now))
    }
    return standings
  }
}
