internal import Synchronization

/// A place among the requests under way, for one request after the other.
final class RequestSlot: Sendable {
  private let limiter: RequestLimiter
  private let isHeld: Mutex<Bool>

  init(of limiter: RequestLimiter, isHeld: Bool = false) {
    self.limiter = limiter
    self.isHeld = Mutex(isHeld)
  }

  /// Waits for it, unless it is held.
  ///
  /// - Throws: `RemoteModelError` where too many wait, `CancellationError`.
  func take() async throws {
    if isHeld.withLock({ $0 }) { return }
    try await limiter.enter()
    isHeld.withLock { $0 = true }
  }

  /// Hands it to who has waited longest; nothing where it is not held.
  func giveBack() {
    let wasHeld = isHeld.withLock { isHeld in
      defer { isHeld = false }
      return isHeld
    }
    if wasHeld { limiter.leave() }
  }
}
