internal import NIOCore
internal import Synchronization

/// A connection that may be closed before it has come about.
final class Connection: Sendable {
  private enum State {
    case awaited
    case open(any Channel)
    case closed
  }

  private let state = Mutex(State.awaited)

  /// - Returns: whether it is still wanted.
  func adopt(_ channel: any Channel) -> Bool {
    state.withLock { state in
      guard case .awaited = state else { return false }
      state = .open(channel)
      return true
    }
  }

  /// The first call closes; others do nothing.
  func close() {
    let channel: (any Channel)? = state.withLock { state in
      defer { state = .closed }
      if case .open(let channel) = state { return channel }
      return nil
    }
    channel?.close(promise: nil)
  }
}
