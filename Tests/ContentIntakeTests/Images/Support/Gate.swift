import Dispatch
import Synchronization

@testable import ContentIntake

/// Stands for decoding that takes as long as a test lets it.
final class Gate: Sendable {
  private let opened = DispatchSemaphore(value: 0)
  private let state = Mutex((running: 0, most: 0, begun: [Int]()))

  /// The sides asked for, in the order in which the work was begun.
  var begun: [Int] { state.withLock { $0.begun } }

  /// How many were running at once.
  var most: Int { state.withLock { $0.most } }

  func open(times: Int) {
    for _ in 0..<times { opened.signal() }
  }

  func decode(_ work: DecodingWork) -> [Picture] {
    state.withLock {
      $0.begun.append(work.longestSide)
      $0.running += 1
      $0.most = max($0.most, $0.running)
    }
    opened.wait()
    state.withLock { $0.running -= 1 }
    return [Picture(width: 1, height: 1, rgb: [UInt8(truncatingIfNeeded: work.longestSide), 0, 0])]
  }

  /// Returns once so many have been begun.
  func hasBegun(_ count: Int) async {
    while begun.count < count { await Task.yield() }
  }
}
