internal import Foundation
internal import Storage
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// Accounts that hold themselves to less than the server does.
struct AccountRateLimitTests {
  private static let rate = KeptRate(perSecond: 2, burst: 3)

  /// What an account is held to is the lesser of its own and the server's, in rate and in burst.
  @Test(arguments: [
    (RateLimit(perSecond: 10, burst: 5), KeptRate(perSecond: 2, burst: 3), RateLimit(perSecond: 2, burst: 3)),
    (RateLimit(perSecond: 1, burst: 2), KeptRate(perSecond: 2, burst: 3), RateLimit(perSecond: 1, burst: 2)),
    (RateLimit(perSecond: 10, burst: 2), KeptRate(perSecond: 2, burst: 3), RateLimit(perSecond: 2, burst: 2)),
    (nil, KeptRate(perSecond: 2, burst: 3), RateLimit(perSecond: 2, burst: 3)),
    (RateLimit(perSecond: 10, burst: 5), nil, RateLimit(perSecond: 10, burst: 5)),
    // What no version writes is no limit of the account's.
    (RateLimit(perSecond: 10, burst: 5), KeptRate(perSecond: -1, burst: 0), RateLimit(perSecond: 10, burst: 5)),
    (nil, nil, nil),
  ])
  func takesTheLesser(server: RateLimit?, own: KeptRate?, limit: RateLimit?) {
    let pair = RateLimitPair(key: server, account: server).lowered(to: AccountLimitsRecord(key: own, account: own))
    #expect(pair == RateLimitPair(key: limit, account: limit))
  }

  /// A limit that is set holds from the next request on for the account's keys, each and together, and for no other's.
  @Test func holdsAtOnce() async throws {
    let time = SetTime()
    let engine = try await TestEngine()
    let other = try await engine.otherAccount().id
    let limiter = RateLimiter(key: nil, account: nil, now: { time.now })
    func caller(_ account: UUID) -> Caller { Caller(accountID: account, keyID: UUID(), role: .admin) }
    let (first, second) = (caller(engine.account), caller(engine.account))
    func letIn(_ caller: Caller) async throws -> Int {
      try await limiter.learn(caller.accountID, from: engine.store)
      return (0..<20).filter { _ in (try? limiter.admit(caller)) != nil }.count
    }
    #expect(try await letIn(first) == 20)
    _ = try await engine.store.updateLimits(account: engine.account) { $0.key = Self.rate }
    limiter.forget(engine.account)
    let keys = [try await letIn(first), try await letIn(second), try await letIn(caller(other))]
    #expect(keys == [6, 6, 20])
    #expect(limiter.standings(of: first).map(\.limit) == [RateLimit(perSecond: 2, burst: 3)])
    _ = try await engine.store.updateLimits(account: engine.account) {
      $0 = AccountLimitsRecord(account: Self.rate)
    }
    limiter.forget(engine.account)
    let together = [try await letIn(first), try await letIn(second), try await letIn(caller(other))]
    #expect(together == [6, 0, 20])
    time.pass(.seconds(3))
    #expect(try await letIn(second) == 6)
  }

  /// What was read of an account before it changed is not taken up after.
  @Test func readsNothingStale() throws {
    let account = UUID()
    var limits = RateLimits(server: RateLimitPair())
    let changes = limits.changes
    limits.forget(account)
    limits.learn(account, AccountLimitsRecord(key: Self.rate), read: changes)
    #expect(!limits.knows(account))
    limits.learn(account, AccountLimitsRecord(key: Self.rate), read: limits.changes)
    #expect(limits.knows(account) && limits.limits(of: account).key == RateLimit(perSecond: 2, burst: 3))
  }

  /// A key's burst, in requests and in long lists, takes nothing from another key of the account: that one is let in
  /// whenever it keeps to its rate.
  @Test func aBurstStarvesNobody() throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 5, burst: 2), account: nil, now: { time.now })
    let account = UUID()
    let loud = Caller(accountID: account, keyID: UUID(), role: .evaluator)
    let quiet = Caller(accountID: account, keyID: UUID(), role: .evaluator)
    for step in 0..<200 {
      if (try? limiter.admit(loud)) != nil { limiter.charge(contents: 1_000, to: loud) }
      for _ in 0..<50 { try? limiter.admit(loud) }
      #expect(limiter.standings(of: quiet).first?.remaining == 10, "step \(step)")
      try limiter.admit(quiet)
      time.pass(.milliseconds(200))
    }
    #expect(limiter.standings(of: loud).first?.remaining == 0)
  }
}
