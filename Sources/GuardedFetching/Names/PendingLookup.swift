internal import Synchronization

/// A look-up that one task waits for, and that ends once: with its answer, or because the task leaves.
final class PendingLookup: Sendable {
  typealias Answer = Result<[IPAddress], any Error>

  private enum State {
    case begun
    case awaited(CheckedContinuation<[IPAddress], any Error>)
    case ended(Answer)
  }

  private let state = Mutex(State.begun)

  var hasEnded: Bool {
    state.withLock { if case .ended = $0 { true } else { false } }
  }

  func await(_ continuation: CheckedContinuation<[IPAddress], any Error>) {
    let answer: Answer? = state.withLock { state in
      // The cancellation may have come first.
      if case .ended(let answer) = state { return answer }
      state = .awaited(continuation)
      return nil
    }
    if let answer { continuation.resume(with: answer) }
  }

  /// Nothing where it has ended.
  func end(_ answer: Answer) {
    let continuation: CheckedContinuation<[IPAddress], any Error>? = state.withLock { state in
      defer { if case .ended = state {} else { state = .ended(answer) } }
      if case .awaited(let continuation) = state { return continuation }
      return nil
    }
    continuation?.resume(with: answer)
  }
}
