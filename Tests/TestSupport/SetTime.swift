internal import Synchronization

/// Time that passes when a test says so.
package final class SetTime: Sendable {
  private let time = Mutex(Duration.seconds(1_000))

  package init() {}

  package var now: Duration { time.withLock { $0 } }

  package func pass(_ duration: Duration) { time.withLock { $0 += duration } }
}
