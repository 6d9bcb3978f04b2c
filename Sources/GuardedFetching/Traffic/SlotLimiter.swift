internal import Synchronization

/// Bounds how many tasks are past it at once, for each key.
final class SlotLimiter<Key: Hashable & Sendable>: Sendable {
  private struct Shared {
    var queue: SlotQueue<Key>
    var waiting: [UInt64: CheckedContinuation<Void, any Error>] = [:]
    var nextID: UInt64 = 0
  }

  private let shared: Mutex<Shared>

  init(slotsPerKey: Int, longestQueue: Int) {
    shared = Mutex(Shared(queue: SlotQueue(slotsPerKey: slotsPerKey, longestQueue: longestQueue)))
  }

  var waitingCount: Int { shared.withLock { $0.queue.waitingCount } }

  /// How many keys have a slot taken.
  var keyCount: Int { shared.withLock { $0.queue.keyCount } }

  /// Waits for a slot. Who has entered leaves.
  func enter(_ key: Key) async throws(FetchError) {
    let id = shared.withLock { shared in
      shared.nextID += 1
      return shared.nextID
    }
    do {
      try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { ask(id, key, $0) }
      } onCancel: {
        let waiting = shared.withLock { $0.queue.withdraw(id, key) ? $0.waiting.removeValue(forKey: id) : nil }
        waiting?.resume(throwing: FetchError.cancelled)
      }
    } catch {
      throw error as? FetchError ?? .cancelled
    }
  }

  /// Called on the caller's task, so that it can tell whether that is cancelled: the cancellation may have come first.
  private func ask(_ id: UInt64, _ key: Key, _ continuation: CheckedContinuation<Void, any Error>) {
    let outcome: Result<Void, any Error>? = shared.withLock { shared in
      if Task.isCancelled { return .failure(FetchError.cancelled) }
      switch shared.queue.ask(id, key) {
      case .enter: return .success(())
      case .refuse: return .failure(FetchError.overloaded)
      case .wait:
        shared.waiting[id] = continuation
        return nil
      }
    }
    if let outcome { continuation.resume(with: outcome) }
  }

  func leave(_ key: Key) {
    let next = shared.withLock { shared in
      shared.queue.leave(key).flatMap { shared.waiting.removeValue(forKey: $0) }
    }
    next?.resume()
  }
}
