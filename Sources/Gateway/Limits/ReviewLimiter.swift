package import Foundation
internal import GatewayProtocol
internal import ServiceLifecycle
package import Storage
internal import SwiftProtobuf
internal import Synchronization

/// Counts the contents that each account has evaluated in a calendar month, and holds it to its limit: one for the
/// whole process.
///
/// The count is in memory; the store's runs ahead of it (see `ReviewTally`), and is put right when the server stops.
package final class ReviewLimiter: Service {
  /// Limits that can be set, in contents a month.
  package static let limits = 1...Int(Int32.max)

  /// The `reason` of the error that an account over its limit gets: the one that clients of OpenAI's know.
  static let reason = "insufficient_quota"

  private struct Account {
    var tally: ReviewTally?
    /// What is being read or written of it: one thing at a time.
    var work: Task<Void, any Error>?
  }

  private enum Step {
    case letIn(Int, of: ReviewMonth)
    case refused(GatewayError)
    case wait(Task<Void, any Error>)
  }

  /// What the server is started with, which no account can raise; nil sets no limit.
  package let serverLimit: Int?
  private let store: any LimitStore
  private let now: @Sendable () -> Date
  private let accounts = Mutex<[UUID: Account]>([:])

  package init(limit: Int?, store: any LimitStore, now: @escaping @Sendable () -> Date = { Date() }) {
    serverLimit = limit
    self.store = store
    self.now = now
  }

  /// Lets contents be evaluated, all or none.
  ///
  /// - Returns: the month that they count in.
  /// - Throws: RESOURCE_EXHAUSTED, with when the count starts again; UNAVAILABLE where the count cannot be kept.
  @discardableResult
  package func charge(contents: Int, to account: UUID) async throws(GatewayError) -> ReviewMonth {
    guard contents > 0 else { return ReviewMonth(of: now()) }
    return try await take(contents, of: account, isPartial: false).month
  }

  /// Lets as many be evaluated as the account has left, and one at least.
  ///
  /// - Returns: how many, of the first.
  /// - Throws: as above.
  package func charge(upTo contents: Int, to account: UUID) async throws(GatewayError) -> Int {
    guard contents > 0 else { return 0 }
    return try await take(contents, of: account, isPartial: true).contents
  }

  /// Checks that there is something left, and takes nothing, not for a moment either: others are not refused for it.
  ///
  /// - Throws: as above.
  package func checkRoom(of account: UUID) async throws(GatewayError) {
    _ = try await take(0, of: account, isPartial: true)
  }

  /// Gives back what was let in and, for no fault of the caller's, not evaluated.
  ///
  /// - Parameter month: the one that the contents count in; once it is over there is nothing to give back to.
  package func giveBack(contents: Int, of month: ReviewMonth, to account: UUID) {
    accounts.withLock { accounts in
      guard accounts[account]?.tally?.month == month else { return }
      accounts[account]?.tally?.giveBack(contents)
    }
  }

  /// The limit that an account is held to; nil where there is none.
  ///
  /// - Throws: where it cannot be read.
  package func limit(of account: UUID) async throws(GatewayError) -> Int? {
    do { return lesser(try await store.limits(account: account).reviews) } catch { throw GatewayError(error) }
  }

  /// Holds an account to a limit of its own from the next content on.
  ///
  /// - Parameter limit: within the server's; nil is the server's.
  /// - Returns: what it is held to now.
  package func set(limit: Int?, of account: UUID) async throws(GatewayError) -> Int? {
    let result = await inTurn(on: account) {
      let own = try await self.store.updateLimits(account: account) { $0.reviews = limit }
      self.accounts.withLock { $0[account]?.tally?.limit = self.lesser(own.reviews) }
    }
    do { try result.get() } catch { throw GatewayError(error) }
    return lesser(limit)
  }

  /// Until the server stops; then what was kept ahead is given back.
  package func run() async throws {
    try? await gracefulShutdown()
    await settle()
  }

  /// Puts the store's counts right.
  package func settle() async {
    for account in accounts.withLock({ Array($0.keys) }) {
      _ = await inTurn(on: account) {
        let tally = self.accounts.withLock { accounts in
          accounts[account]?.tally?.settle()
          return accounts[account]?.tally
        }
        guard let tally else { return }
        try await self.store.setReviewCount(tally.count, account: account, month: tally.month.index)
      }
    }
  }

  private func take(
    _ contents: Int, of account: UUID, isPartial: Bool
  ) async throws(GatewayError) -> (contents: Int, month: ReviewMonth) {
    while true {
      let moment = now()
      switch step(contents, of: account, isPartial: isPartial, at: moment) {
      case .letIn(let taken, let month): return (taken, month)
      case .refused(let error): throw error
      case .wait(let work):
        do { try await work.value } catch { throw GatewayError(error) }
      }
    }
  }

  private func step(_ contents: Int, of account: UUID, isPartial: Bool, at moment: Date) -> Step {
    accounts.withLock { accounts in
      guard let month = accounts[account]?.tally?.month, month.contains(moment) else {
        return .wait(
          work(on: account, in: &accounts) { try await self.load(account, month: ReviewMonth(of: moment)) })
      }
      switch accounts[account]?.tally?.take(contents, isPartial: isPartial) {
      case .letIn(let taken): return .letIn(taken, of: month)
      case .refused(let left):
        return .refused(
          .init(limit: accounts[account]?.tally?.limit ?? 0, left: left, of: month, at: moment))
      case .keep(let count):
        return .wait(work(on: account, in: &accounts) { try await self.keep(count, of: account, month: month) })
      case nil: return .letIn(contents, of: month)
      }
    }
  }

  /// Does something on an account once nothing else is under way on it.
  private func inTurn(
    on account: UUID, _ body: @escaping @Sendable () async throws -> Void
  ) async -> Result<Void, any Error> {
    while true {
      let (work, isOwn) = accounts.withLock { accounts in
        let isFree = accounts[account]?.work == nil
        return (self.work(on: account, in: &accounts, body), isFree)
      }
      let result = await work.result
      if isOwn { return result }
    }
  }

  /// Begins something on an account, unless something else is under way: then that is to be waited for.
  private func work(
    on account: UUID, in accounts: inout [UUID: Account], _ body: @escaping @Sendable () async throws -> Void
  ) -> Task<Void, any Error> {
    if let work = accounts[account]?.work { return work }
    let work = Task {
      defer { self.accounts.withLock { $0[account]?.work = nil } }
      try await body()
    }
    accounts[account, default: Account()].work = work
    return work
  }

  private func load(_ account: UUID, month: ReviewMonth) async throws {
    let limit = lesser(try await store.limits(account: account).reviews)
    let kept = try await store.reviewCount(account: account, month: month.index)
    accounts.withLock { $0[account]?.tally = ReviewTally(month: month, limit: limit, kept: kept) }
  }

  private func keep(_ count: Int, of account: UUID, month: ReviewMonth) async throws {
    try await store.setReviewCount(count, account: account, month: month.index)
    accounts.withLock { accounts in
      guard accounts[account]?.tally?.month == month else { return }
      accounts[account]?.tally?.note(kept: count)
    }
  }

  private func lesser(_ own: Int?) -> Int? {
    guard let own, let serverLimit else { return own ?? serverLimit }
    return min(own, serverLimit)
  }
}

extension GatewayError {
  fileprivate init(limit: Int, left: Int, of month: ReviewMonth, at moment: Date) {
    let resets = month.end.formatted(.iso8601)
    let info = Google_Rpc_ErrorInfo.with {
      $0.reason = "REVIEW_LIMIT"
      $0.domain = "gavel"
      $0.metadata = ["limit": "\(limit)", "left": "\(left)", "resets": resets]
    }
    let wait = Duration.seconds(max(1, month.end.timeIntervalSince(moment).rounded(.up)))
    self.init(
      .resourceExhausted,
      "the account has \(left) left of its \(limit) contents of this month; the count starts again at \(resets)",
      details: Self.retryInfo(after: wait) + [try? Google_Protobuf_Any(message: info)].compactMap(\.self),
      reason: ReviewLimiter.reason)
  }
}
