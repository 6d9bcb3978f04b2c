internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// Accounts held to so many contents a month.
struct ReviewLimiterTests {
  private static func isLetIn(_ contents: Int, _ account: UUID, by limiter: ReviewLimiter) async -> Bool {
    (try? await limiter.charge(contents: contents, to: account)) != nil
  }

  /// However many ask at once, an account gets its limit, and another its own.
  @Test func holdsUnderConcurrency() async throws {
    let engine = try await TestEngine()
    let other = try await engine.otherAccount().id
    let limiter = ReviewLimiter(limit: 1_234, store: engine.store)
    let account = engine.account
    let letIn = await withTaskGroup(of: Int.self) { group in
      for number in 0..<500 {
        let size = 1 + number % 7
        group.addTask { await Self.isLetIn(size, account, by: limiter) ? size : 0 }
        group.addTask { (try? await limiter.charge(upTo: size, to: account)) ?? 0 }
      }
      return await group.reduce(0, +)
    }
    #expect(letIn == 1_234)
    #expect(await Self.isLetIn(1_234, other, by: limiter))
    #expect(try await engine.store.reviewCount(account: account, month: ReviewMonth(of: Date()).index) == 1_234)
  }

  /// A restart forgets nothing: after a stop the count is exact; after a kill at most a block of what was left is lost,
  /// and nothing that was had is forgotten.
  @Test(arguments: [(true, 990), (false, 981)])
  func survivesARestart(isStopped: Bool, left: Int) async throws {
    let engine = try await TestEngine()
    let before = ReviewLimiter(limit: 1_000, store: engine.store)
    for _ in 0..<9 { try await before.charge(contents: 1, to: engine.account) }
    // The tenth comes from what is kept ahead.
    try await before.charge(contents: 1, to: engine.account)
    if isStopped { await before.settle() }
    let after = ReviewLimiter(limit: 1_000, store: engine.store)
    let taken = try await after.charge(upTo: 5_000, to: engine.account)
    #expect(taken <= 990 && taken >= left && (!isStopped || taken == 990))
  }

  /// After a stop has put the count right, what still comes is counted on.
  @Test func countsOnAfterSettling() async throws {
    let engine = try await TestEngine()
    let limiter = ReviewLimiter(limit: 1_000, store: engine.store)
    try await limiter.charge(contents: 3, to: engine.account)
    await limiter.settle()
    let month = ReviewMonth(of: Date()).index
    #expect(try await engine.store.reviewCount(account: engine.account, month: month) == 3)
    try await limiter.charge(contents: 1, to: engine.account)
    #expect(try await engine.store.reviewCount(account: engine.account, month: month) >= 4)
  }

  /// The count starts again with the month, in UTC, and says so beforehand, to programs too.
  @Test func startsAgainWithTheMonth() async throws {
    let clock = MovingClock(try Date("2026-11-30T23:59:30Z", strategy: .iso8601))
    let engine = try await TestEngine()
    let limiter = ReviewLimiter(limit: 5, store: engine.store, now: { clock.now })
    try await limiter.charge(contents: 3, to: engine.account)
    let error = try #require(
      await #expect(throws: GatewayError.self) { try await limiter.charge(contents: 3, to: engine.account) })
    #expect(error.code == .resourceExhausted)
    #expect(
      error.message
        == "the account has 2 left of its 5 contents of this month; the count starts again at 2026-12-01T00:00:00Z")
    let retry = try error.details.first.map { try Google_Rpc_RetryInfo(unpackingAny: $0) }
    #expect(retry?.retryDelay.seconds == 30)
    let info = try error.details.last.map { try Google_Rpc_ErrorInfo(unpackingAny: $0) }
    #expect(info?.reason == "REVIEW_LIMIT")
    #expect(info?.metadata == ["limit": "5", "left": "2", "resets": "2026-12-01T00:00:00Z"])
    clock.pass(29)
    #expect(await Self.isLetIn(3, engine.account, by: limiter) == false)
    clock.pass(1)
    #expect(await Self.isLetIn(5, engine.account, by: limiter))
    #expect(await Self.isLetIn(1, engine.account, by: limiter) == false)
    // A clock that is set back finds the old month as it was, but for what was kept ahead.
    clock.pass(-30)
    #expect(await Self.isLetIn(3, engine.account, by: limiter) == false)
  }

  /// Asking whether there is room takes none of it, in memory or on the disk.
  @Test func looksForRoom() async throws {
    let engine = try await TestEngine()
    let month = ReviewMonth(of: Date()).index
    for limit in [nil, 5] {
      let limiter = ReviewLimiter(limit: limit, store: engine.store)
      try await limiter.checkRoom(of: engine.account)
      #expect(try await engine.store.reviewCount(account: engine.account, month: month) == 0)
    }
    let limiter = ReviewLimiter(limit: 5, store: engine.store)
    try await limiter.charge(contents: 5, to: engine.account)
    let error = await #expect(throws: GatewayError.self) { try await limiter.checkRoom(of: engine.account) }
    #expect(error?.code == .resourceExhausted)
  }

  /// What is given back goes to the month that it was taken of, and to no other.
  @Test func givesBackToItsMonth() async throws {
    let clock = MovingClock(try Date("2026-11-30T23:59:30Z", strategy: .iso8601))
    let engine = try await TestEngine()
    let limiter = ReviewLimiter(limit: 5, store: engine.store, now: { clock.now })
    let month = try await limiter.charge(contents: 3, to: engine.account)
    limiter.giveBack(contents: 1, of: month, to: engine.account)
    try await limiter.charge(contents: 3, to: engine.account)
    clock.pass(60)
    try await limiter.charge(contents: 5, to: engine.account)
    limiter.giveBack(contents: 3, of: month, to: engine.account)
    #expect(await Self.isLetIn(1, engine.account, by: limiter) == false)
  }

  /// An account's own limit holds at once and after a restart; it is never more than the server's, whatever was kept
  /// when the server's was more.
  @Test func holdsAccountsToTheirOwn() async throws {
    let engine = try await TestEngine()
    let account = engine.account
    let limiter = ReviewLimiter(limit: 100, store: engine.store)
    try await limiter.charge(contents: 10, to: account)
    #expect(try await limiter.set(limit: 12, of: account) == 12)
    #expect(await Self.isLetIn(3, account, by: limiter) == false)
    #expect(await Self.isLetIn(2, account, by: limiter))
    await limiter.settle()
    let lower = ReviewLimiter(limit: 11, store: engine.store)
    #expect(try await lower.limit(of: account) == 11)
    #expect(await Self.isLetIn(1, account, by: lower) == false)
    #expect(try await lower.set(limit: nil, of: account) == 11)
    let none = ReviewLimiter(limit: nil, store: engine.store)
    #expect(try await none.limit(of: account) == nil)
    #expect(await Self.isLetIn(1_000_000, account, by: none))
  }

  /// What cannot be kept is not let in, and counts for nothing.
  @Test func failsClosed() async throws {
    let engine = try await TestEngine()
    let limiter = ReviewLimiter(limit: 100, store: engine.store)
    try await limiter.charge(contents: 1, to: engine.account)
    try await engine.store.close()
    let first = await Self.isLetIn(1, engine.account, by: limiter)
    let error = await #expect(throws: GatewayError.self) { try await limiter.charge(contents: 5, to: engine.account) }
    #expect(first && error?.code == .unavailable)
  }
}
