internal import Synchronization

/// Bounds how many requests are under way at once, over all policies and all contents: one for the whole process.
package final class RequestLimiter: Sendable {
  package static let defaultSlots = 16
  package static let defaultQueue = 1_024

  private struct Shared {
    var queue: SlotQueue
    var waiting: [SlotQueue.ID: CheckedContinuation<Void, any Error>] = [:]
    var nextID: SlotQueue.ID = 0
  }

  /// How many requests are under way at most.
  package let slots: Int
  private let shared: Mutex<Shared>

  /// - Parameters:
  ///   - slots: at least 1.
  ///   - longestQueue: how many texts wait for a slot at most, and how many images; what comes then is refused.
  package init(slots: Int = defaultSlots, longestQueue: Int = defaultQueue) {
    precondition(slots > 0 && longestQueue >= 0, "a limiter needs a slot")
    self.slots = slots
    shared = Mutex(Shared(queue: SlotQueue(slots: slots, longestQueue: longestQueue)))
  }

  /// How many hold a slot, and how many wait for one.
  var load: (taken: Int, waiting: Int) { shared.withLock { ($0.queue.takenSlots, $0.queue.waitingCount) } }

  /// - Returns: a slot that is held; nil where none is free at once.
  func freeSlot(for lane: SlotQueue.Lane) -> RequestSlot? {
    shared.withLock { $0.queue.enterIfFree() } ? RequestSlot(of: self, for: lane, isHeld: true) : nil
  }

  /// Waits for a slot. Who has entered leaves.
  ///
  /// - Throws: `RemoteModelError` where too many wait, `CancellationError`.
  func enter(_ lane: SlotQueue.Lane) async throws {
    let id = shared.withLock { shared in
      shared.nextID += 1
      return shared.nextID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { ask(id, lane, $0) }
    } onCancel: {
      let waiting = shared.withLock { $0.queue.withdraw(id) ? $0.waiting.removeValue(forKey: id) : nil }
      waiting?.resume(throwing: CancellationError())
    }
  }

  /// Called on the caller's task, so that it can tell whether that is cancelled: the cancellation may have come first.
  private func ask(_ id: SlotQueue.ID, _ lane: SlotQueue.Lane, _ continuation: CheckedContinuation<Void, any Error>) {
    let outcome: Result<Void, any Error>? = shared.withLock { shared in
      if Task.isCancelled { return .failure(CancellationError()) }
      switch shared.queue.ask(id, in: lane) {
      case .enter: return .success(())
      case .refuse: return .failure(RemoteModelError.overloaded)
      case .wait:
        shared.waiting[id] = continuation
        return nil
      }
    }
    if let outcome { continuation.resume(with: outcome) }
  }

  func leave() {
    let next = shared.withLock { shared in
      shared.queue.leave().flatMap { shared.waiting.removeValue(forKey: $0) }
    }
    next?.resume()
  }
}
