internal import Synchronization

/// A place among the requests under way, for one request after the other.
final class RequestSlot: Sendable {
  private let limiter: RequestLimiter
  private let lane: SlotQueue.Lane
  private let isHeld: Mutex<Bool>

  /// - Parameter lane: where it is waited for.
  init(of limiter: RequestLimiter, for lane: SlotQueue.Lane, isHeld: Bool = false) {
    self.limiter = limiter
    self.lane = lane
    self.isHeld = Mutex(isHeld)
  }

  /// Waits for it, unless it is held.
  ///
  /// - Throws: `RemoteModelError` where too many wait, `CancellationError`.
  func take() async throws {
    if isHeld.withLock({ $0 }) { return }
    try await limiter.enter(lane)
    isHeld.withLock { $0 = true }
  }

  /// Hands it to whose turn it is; nothing where it is not held.
  func giveBack() {
    let wasHeld = isHeld.withLock { isHeld in
      defer { isHeld = false }
      return isHeld
    }
    if wasHeld { limiter.leave() }
  }
}
