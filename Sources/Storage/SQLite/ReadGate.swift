import Synchronization

/// Counts the reads under way, so that the database is closed after the last of them.
final class ReadGate: Sendable {
  private struct Guarded {
    var readers = 0
    var isClosed = false
    var closers: [CheckedContinuation<Void, Never>] = []
  }

  private let guarded = Mutex(Guarded())

  /// Must be followed by `leave`, unless it throws.
  func enter() throws {
    try guarded.withLock { guarded in
      if guarded.isClosed { throw StoreError(.unavailable, "the store is closed") }
      guarded.readers += 1
    }
  }

  func leave() {
    let closers = guarded.withLock { guarded in
      guarded.readers -= 1
      guard guarded.isClosed, guarded.readers == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { guarded.closers = [] }
      return guarded.closers
    }
    for closer in closers { closer.resume() }
  }

  /// Lets nobody in any more, and returns once the last has left.
  func close() async {
    await withCheckedContinuation { (closer: CheckedContinuation<Void, Never>) in
      let isEmpty = guarded.withLock { guarded in
        guarded.isClosed = true
        if guarded.readers > 0 { guarded.closers.append(closer) }
        return guarded.readers == 0
      }
      if isEmpty { closer.resume() }
    }
  }
}
