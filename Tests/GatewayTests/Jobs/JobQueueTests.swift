internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// The queue as a value: every job that was taken on is started once, within its bounds.
struct JobQueueTests {
  /// Random events keep the bounds, and start each job once, in the order it came.
  @Test(arguments: 0..<20)
  func keepsItsBounds(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var queue = JobQueue(runningLimit: 3, waitingLimit: 10)
    var enqueued: [UUID] = []
    var started: [UUID] = []
    var running: [UUID] = []
    var reserved: [UUID] = []
    func act(_ action: JobQueue.Action) {
      started += action.start
      running += action.start
    }
    for _ in 0..<400 {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        let id = UUID()
        let waiting = enqueued.count - started.count + reserved.count
        #expect(queue.reserve(id) == (waiting < 10))
        if waiting < 10 { reserved.append(id) }
      case 1 where !reserved.isEmpty:
        let id = reserved.removeFirst()
        enqueued.append(id)
        act(queue.enqueue(id))
      case 2 where !reserved.isEmpty:
        act(queue.release(reserved.removeLast()))
      case 3 where !running.isEmpty:
        let id = running.remove(at: Int.random(in: 0..<running.count, using: &generator))
        act(queue.ended(id))
      default: break
      }
      #expect(running.count <= 3 && started == Array(enqueued.prefix(started.count)))
    }
    while !running.isEmpty { act(queue.ended(running.removeFirst())) }
    #expect(started == enqueued && queue.isIdle)
  }

  /// A job that is here already and found once more in the store is started once, and whoever waits for it is woken.
  @Test func resumesOnce() async {
    var queue = JobQueue(runningLimit: 2, waitingLimit: 10)
    let job = UUID()
    let isTaken = queue.reserve(job)
    let starts = [queue.resume(job).start, queue.enqueue(job).start]
    #expect(isTaken && starts == [[], [job]])
    var woken = 0
    await withCheckedContinuation { continuation in
      let waits = queue.wait(for: job, waiter: UUID(), continuation)
      let again = queue.resume(job).start
      #expect(waits && again.isEmpty)
      let wake = queue.ended(job).wake
      woken = wake.count
      // Nobody is left waiting where the test fails.
      for waiter in wake.isEmpty ? [continuation] : wake { waiter.resume() }
    }
    #expect(woken == 1)
  }

  /// Once stopped, nothing is started and nothing is taken on.
  @Test func stops() {
    var queue = JobQueue(runningLimit: 1, waitingLimit: 10)
    _ = queue.reserve(UUID())
    _ = queue.stop()
    let isTaken = queue.reserve(UUID())
    let resumed = queue.resume(UUID()).start
    #expect(!isTaken && resumed.isEmpty)
  }
}
