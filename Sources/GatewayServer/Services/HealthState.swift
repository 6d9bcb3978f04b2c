internal import Synchronization

/// Whether the server can take requests: it serves from the moment it is set up until it begins to stop.
package final class HealthState: Sendable {
  private struct State {
    var isServing = false
    var watchers: [Int: AsyncStream<Bool>.Continuation] = [:]
    var nextWatcher = 0
  }

  private let state = Mutex(State())

  package init() {}

  package var isServing: Bool { state.withLock { $0.isServing } }

  package func set(isServing: Bool) {
    let watchers = state.withLock { state in
      guard state.isServing != isServing else { return [AsyncStream<Bool>.Continuation]() }
      state.isServing = isServing
      return Array(state.watchers.values)
    }
    for watcher in watchers { watcher.yield(isServing) }
  }

  /// The state now, then each change of it; only the newest is held for a slow reader.
  package func changes() -> AsyncStream<Bool> {
    let (stream, continuation) = AsyncStream<Bool>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let id = state.withLock { state in
      let id = state.nextWatcher
      state.nextWatcher += 1
      state.watchers[id] = continuation
      continuation.yield(state.isServing)
      return id
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.watchers.removeValue(forKey: id) }
    }
    return stream
  }
}
