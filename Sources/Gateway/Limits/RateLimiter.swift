package import Foundation
internal import GatewayProtocol
package import Storage
internal import SwiftProtobuf
internal import Synchronization

/// Holds callers to their rates: one for the whole process, so that both transports draw from the same buckets.
///
/// A request is let in where there is the worth of one content, before any of it is read; what more contents it turns
/// out to have is taken afterwards, and paid for before the next request. So a flood is refused at the price of a
/// look-up, a list of a thousand contents counts as a thousand, and no list is too long for a limit.
package final class RateLimiter: Sendable {
  /// Lets everybody in, as long as no account holds itself to less.
  package static var none: RateLimiter { RateLimiter(key: nil, account: nil) }

  private let limits: Mutex<RateLimits>
  private let now: @Sendable () -> Duration

  /// - Parameters:
  ///   - key: for each key; nil sets none.
  ///   - account: for all keys of an account together; nil sets none.
  ///   - now: the time since any moment that stays the same; it never goes back.
  package init(key: RateLimit?, account: RateLimit?, now: @escaping @Sendable () -> Duration = RateLimiter.uptime) {
    limits = Mutex(RateLimits(server: RateLimitPair(key: key, account: account)))
    self.now = now
  }

  /// The limit that the server is started with, which no account can raise; nil where there is none.
  package func serverLimit(of scope: RateLimitStanding.Scope) -> RateLimit? { limits.withLock { $0.server[scope] } }

  /// - Returns: nil where there is none.
  package func limit(of scope: RateLimitStanding.Scope, account: UUID) -> RateLimit? {
    limits.withLock { $0.limits(of: account)[scope] }
  }

  /// Finds out, once, what an account holds itself to.
  ///
  /// - Throws: what reading it throws.
  package func learn(_ account: UUID, from store: any LimitStore) async throws {
    let (isKnown, changes) = limits.withLock { ($0.knows(account), $0.changes) }
    if isKnown { return }
    let own = try await store.limits(account: account)
    limits.withLock { $0.learn(account, own, read: changes) }
  }

  /// Lets go of what is known of an account, so that a change of it holds at once.
  package func forget(_ account: UUID) { limits.withLock { $0.forget(account) } }

  /// Lets a request in.
  ///
  /// - Throws: RESOURCE_EXHAUSTED, with RetryInfo: when the caller may try again.
  package func admit(_ caller: Caller) throws(GatewayError) {
    let moment = now().wholeNanoseconds
    if let refusal = limits.withLock({ $0.admit(caller, at: moment) }) { throw GatewayError(refusal) }
  }

  /// Takes what the contents of a request that was let in are worth, beyond the first.
  package func charge(contents: Int, to caller: Caller) {
    guard contents > 1 else { return }
    let moment = now().wholeNanoseconds
    limits.withLock { $0.charge(contents - 1, to: caller, at: moment) }
  }

  /// Where a caller stands with each limit there is; the key's comes first.
  package func standings(of caller: Caller) -> [RateLimitStanding] {
    let moment = now().wholeNanoseconds
    return limits.withLock { $0.standings(of: caller, at: moment) }
  }

  private static let start = ContinuousClock.now

  /// The time since this was first asked.
  package static let uptime: @Sendable () -> Duration = { start.duration(to: .now) }
}

extension GatewayError {
  fileprivate init(_ refusal: RateLimits.Refusal) {
    let seconds = (refusal.wait + 999_999_999) / 1_000_000_000
    self.init(
      .resourceExhausted,
      "the \(refusal.scope.rawValue) is over its limit of \(refusal.limit.perSecond) contents a second; "
        + "try again in \(seconds) s",
      details: Self.retryInfo(after: .nanoseconds(refusal.wait)))
  }
}

extension GatewayError {
  /// When a call may be tried again, as details of an error.
  static func retryInfo(after wait: Duration) -> [Google_Protobuf_Any] {
    let info = Google_Rpc_RetryInfo.with {
      $0.retryDelay = .with {
        $0.seconds = wait.components.seconds
        $0.nanos = Int32(wait.components.attoseconds / 1_000_000_000)
      }
    }
    return [try? Google_Protobuf_Any(message: info)].compactMap(\.self)
  }
}

extension Duration {
  /// What is under a nanosecond is left out.
  fileprivate var wholeNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
