import Synchronization

@testable import RemoteModels

/// Time that passes when a test says so, or when an endpoint pauses; and chance that is none.
final class ManualTime: Sendable {
  private struct State {
    var now = ContinuousClock.now
    var pauses: [Duration] = []
    var isContentOver = false
  }

  private let state = Mutex(State())

  /// How long it was paused each time.
  var pauses: [Duration] { state.withLock { $0.pauses } }

  func advance(by time: Duration) { state.withLock { $0.now += time } }

  /// Lets the time of every content be over, which it never is by itself.
  func endContents() { state.withLock { $0.isContentOver = true } }

  /// - Parameter draw: what every random number is.
  func timing(draw: Double = 0.5) -> RemoteTiming {
    RemoteTiming(
      now: { self.state.withLock { $0.now } },
      pause: { time in
        try Task.checkCancellation()
        self.state.withLock {
          $0.pauses.append(time)
          $0.now += time
        }
      },
      wait: { _ in
        while !self.state.withLock(\.isContentOver) { try await Task.sleep(for: .milliseconds(2)) }
      },
      draw: { draw })
  }
}
