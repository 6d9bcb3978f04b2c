internal import Synchronization

/// Time that stands still until somebody looks at it after it was started, and runs from then on: what is waited for
/// takes as long as it says, however late the looking begins.
package final class StartedTime: Sendable {
  private enum State {
    case standing
    case started
    case running(since: ContinuousClock.Instant)
  }

  private let state = Mutex(State.standing)

  package init() {}

  package func start() { state.withLock { $0 = .started } }

  package var now: Duration {
    state.withLock { state in
      switch state {
      case .standing: return .zero
      case .started:
        state = .running(since: .now)
        return .zero
      case .running(let since): return since.duration(to: .now)
      }
    }
  }
}
