internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// The queue of batch jobs as a value.
struct BatchQueueTests {
  /// Random events keep the bound, start each once, and none that was withdrawn.
  @Test(arguments: 0..<20)
  func keepsItsBounds(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var queue = BatchQueue(runningLimit: 3)
    let accounts = (0..<3).map { _ in UUID() }
    var waiting: [UUID] = []
    var running: [UUID] = []
    func start(_ batches: [UUID]) {
      for batch in batches {
        #expect(waiting.contains(batch) && !running.contains(batch))
        waiting.removeAll { $0 == batch }
        running.append(batch)
      }
    }
    for _ in 0..<400 {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0, 1:
        let id = UUID()
        waiting.append(id)
        start(queue.enqueue(id, account: accounts[Int.random(in: 0..<3, using: &generator)]))
        #expect(queue.enqueue(id, account: accounts[0]).isEmpty)
      case 2 where !running.isEmpty:
        start(queue.ended(running.remove(at: Int.random(in: 0..<running.count, using: &generator))))
      case 3 where !waiting.isEmpty:
        queue.withdraw(waiting.remove(at: Int.random(in: 0..<waiting.count, using: &generator)))
      default: break
      }
      #expect(running.count == min(3, running.count + waiting.count))
    }
    queue.stop()
    for batch in running { #expect(queue.ended(batch).isEmpty) }
  }

  /// An account with one batch job does not wait for all of another's.
  @Test func takesTurns() {
    var queue = BatchQueue(runningLimit: 2)
    let (busy, other) = (UUID(), UUID())
    let many = (0..<5).map { _ in UUID() }
    #expect(many.flatMap { queue.enqueue($0, account: busy) } == Array(many.prefix(2)))
    let one = UUID()
    #expect(queue.enqueue(one, account: other).isEmpty)
    #expect(queue.ended(many[0]) == [one])
    #expect(queue.ended(many[1]) == [many[2]])
    #expect(queue.ended(one) == [many[3]])
  }
}
