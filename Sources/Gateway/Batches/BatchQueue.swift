internal import Foundation

/// Which batch jobs wait and which run: a pure value, with all effects at the edge.
///
/// An account that has none running goes before one that has, so that nobody waits for all of another's.
struct BatchQueue {
  private struct Waiting {
    var batch: UUID
    var account: UUID
  }

  private let runningLimit: Int
  private var waiting: [Waiting] = []
  /// The account of each.
  private var running: [UUID: UUID] = [:]
  private var isStopped = false

  init(runningLimit: Int) {
    self.runningLimit = runningLimit
  }

  /// One that waits or runs already is not taken on again.
  ///
  /// - Returns: those to be started now.
  mutating func enqueue(_ batch: UUID, account: UUID) -> [UUID] {
    guard running[batch] == nil, !waiting.contains(where: { $0.batch == batch }) else { return [] }
    waiting.append(Waiting(batch: batch, account: account))
    return startNext()
  }

  /// - Returns: those to be started now.
  mutating func ended(_ batch: UUID) -> [UUID] {
    running[batch] = nil
    return startNext()
  }

  /// Takes one out that waits.
  mutating func withdraw(_ batch: UUID) { waiting.removeAll { $0.batch == batch } }

  /// Starts nothing more; those that wait stay in the store for the next run of the server.
  mutating func stop() { isStopped = true }

  private mutating func startNext() -> [UUID] {
    var started: [UUID] = []
    while !isStopped, running.count < runningLimit, !waiting.isEmpty {
      let busy = Set(running.values)
      let next = waiting.remove(at: waiting.firstIndex { !busy.contains($0.account) } ?? 0)
      running[next.batch] = next.account
      started.append(next.batch)
    }
    return started
  }
}
