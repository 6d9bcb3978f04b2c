package import Foundation
internal import Synchronization

/// A clock that a test moves.
package final class MovingClock: Sendable {
  private let moment: Mutex<Date>

  package init(_ start: Date = Date()) {
    moment = Mutex(start)
  }

  package var now: Date { moment.withLock { $0 } }

  package func pass(_ time: TimeInterval) { moment.withLock { $0 += time } }
}
