internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// Callers held to their rates.
struct RateLimiterTests {
  private static func caller(account: UUID = UUID()) -> Caller {
    Caller(accountID: account, keyID: UUID(), role: .evaluator)
  }

  private static func isLetIn(_ caller: Caller, by limiter: RateLimiter) -> Bool {
    do {
      try limiter.admit(caller)
      return true
    } catch {
      return false
    }
  }

  /// A key that floods gets its own rate and takes nothing from another, which is never refused while it keeps to its.
  @Test func keysDoNotCrowdEachOtherOut() throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 10, burst: 1), account: nil, now: { time.now })
    let account = UUID()
    let (loud, quiet) = (Self.caller(account: account), Self.caller(account: account))
    var letIn = [0, 0]
    var asked = 0
    for step in 0..<10_000 {
      time.pass(.milliseconds(1))
      if Self.isLetIn(loud, by: limiter) { letIn[0] += 1 }
      guard step.isMultiple(of: 100) else { continue }
      asked += 1
      if Self.isLetIn(quiet, by: limiter) { letIn[1] += 1 }
    }
    // Ten seconds: the ten that were there, and ten in each second since.
    #expect(letIn == [10 + 99, asked] && asked == 100)
  }

  /// An account's limit holds for its keys together and for no other account; what it refuses costs the key nothing.
  @Test func accountsAreLimitedAsAWhole() throws {
    let time = SetTime()
    let limiter = RateLimiter(
      key: RateLimit(perSecond: 5, burst: 1), account: RateLimit(perSecond: 6, burst: 1), now: { time.now })
    let account = UUID()
    let (first, second) = (Self.caller(account: account), Self.caller(account: account))
    #expect((0..<8).map { _ in Self.isLetIn(first, by: limiter) } == (0..<8).map { $0 < 5 })
    #expect((0..<3).map { _ in Self.isLetIn(second, by: limiter) } == [true, false, false])
    #expect(limiter.standings(of: second).map(\.remaining) == [4, 0])
    #expect(limiter.standings(of: first).map(\.scope) == [.key, .account])
    #expect(Self.isLetIn(Self.caller(), by: limiter))
    let error = #expect(throws: GatewayError.self) { try limiter.admit(second) }
    #expect(error?.message == "the account is over its limit of 6 contents a second; try again in 1 s")
  }

  /// A list is let in whole, counts for each content, and is paid for before the next request.
  @Test func contentsCount() throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 10, burst: 1), account: nil, now: { time.now })
    let caller = Self.caller()
    try limiter.admit(caller)
    limiter.charge(contents: 100, to: caller)
    #expect(limiter.standings(of: caller).map { [$0.remaining, $0.secondsToFull] } == [[0, 10]])
    time.pass(.milliseconds(9_099))
    #expect(!Self.isLetIn(caller, by: limiter))
    time.pass(.milliseconds(1))
    #expect(Self.isLetIn(caller, by: limiter))
  }

  /// A refusal says when to come back, as the bytes of a RetryInfo, and then one is let in.
  @Test func tellsWhenToComeBack() throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 1, burst: 2), account: nil, now: { time.now })
    let caller = Self.caller()
    try limiter.admit(caller)
    try limiter.admit(caller)
    time.pass(.milliseconds(250))
    let error = try #require(throws: GatewayError.self) { try limiter.admit(caller) }
    #expect(error.code == .resourceExhausted)
    #expect(error.message == "the key is over its limit of 1 contents a second; try again in 1 s")
    #expect(error.details.map(\.typeURL) == ["type.googleapis.com/google.rpc.RetryInfo"])
    // Field 1, a message of 6 bytes; in it field 2, the varint of 750,000,000 nanoseconds.
    #expect(error.details.map { Array($0.value) } == [[0x0a, 0x06, 0x10, 0x80, 0xaf, 0xd0, 0xe5, 0x02]])
    time.pass(.milliseconds(750))
    try limiter.admit(caller)
  }

  /// Without limits everybody is let in, and there is nothing to tell.
  @Test func isOffUnlessSet() throws {
    let caller = Self.caller()
    for _ in 0..<10_000 { try RateLimiter.none.admit(caller) }
    #expect(RateLimiter.none.standings(of: caller).isEmpty)
  }
}
