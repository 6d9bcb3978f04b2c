import TestSupport
import Testing

@testable import RemoteModels

@Suite struct SlotQueueTests {
  /// Slots first, then the queue in order, then a refusal.
  @Test func servesInOrder() {
    var queue = SlotQueue(slots: 1, longestQueue: 2)
    #expect(queue.ask(1, in: .texts) == .enter)
    #expect(queue.ask(2, in: .texts) == .wait)
    #expect(queue.ask(3, in: .texts) == .wait)
    #expect(queue.ask(4, in: .texts) == .refuse)
    #expect(queue.leave() == 2)
    #expect(queue.leave() == 3)
    #expect(queue.leave() == nil)
    #expect(queue.takenSlots == 0)
    #expect(queue.ask(5, in: .texts) == .enter)
  }

  /// Images wait in a queue of their own: they neither fill the texts' nor come before one that is due, and none of either
  /// waits for ever.
  @Test func lanesTakeTurns() {
    var queue = SlotQueue(slots: 1, longestQueue: 3)
    #expect(queue.ask(1, in: .images) == .enter)
    #expect([2, 3, 4, 5].map { queue.ask($0, in: .images) } == [.wait, .wait, .wait, .refuse])
    #expect([6, 7].map { queue.ask($0, in: .texts) } == [.wait, .wait])
    #expect(queue.waitingCount == 5)
    #expect((0..<6).map { _ in queue.leave() } == [6, 2, 7, 3, 4, nil])
    #expect(queue.takenSlots == 0)
  }

  /// Who leaves the queue makes room in it; who has a slot cannot be taken out of the queue.
  @Test func waitersCanLeave() {
    var queue = SlotQueue(slots: 1, longestQueue: 1)
    _ = queue.ask(1, in: .texts)
    _ = queue.ask(2, in: .texts)
    #expect(queue.withdraw(1) == false)
    #expect(queue.withdraw(2) == true)
    #expect(queue.withdraw(2) == false)
    #expect(queue.ask(3, in: .texts) == .wait)
    #expect(queue.leave() == 3)
  }

  /// Whatever comes in whichever order: never more than the slots are taken, nobody waits beside a free one, the queue
  /// keeps its bound and its order.
  @Test(arguments: 0..<20) func keepsItsPromises(seed: UInt64) {
    var source = SeededGenerator(seed: seed)
    var queue = SlotQueue(slots: 3, longestQueue: 5)
    var holding: [UInt64] = []
    var waiting: [UInt64] = []
    var faults = 0
    for id in 1...500 as ClosedRange<UInt64> {
      switch queue.ask(id, in: .texts) {
      case .enter: holding.append(id)
      case .wait: waiting.append(id)
      case .refuse: if waiting.count < 5 { faults += 1 }
      }
      if let place = waiting.indices.randomElement(using: &source), Bool.random(using: &source) {
        if !queue.withdraw(waiting.remove(at: place)) { faults += 1 }
      }
      for _ in 0..<Int.random(in: 0...2, using: &source) where !holding.isEmpty {
        holding.remove(at: Int.random(in: 0..<holding.count, using: &source))
        let next = queue.leave()
        if next != waiting.first { faults += 1 }
        if let next {
          waiting.removeFirst()
          holding.append(next)
        }
      }
      if queue.takenSlots != holding.count || holding.count > 3 { faults += 1 }
      if queue.waitingCount != waiting.count || waiting.count > 5 { faults += 1 }
      if !waiting.isEmpty, holding.count < 3 { faults += 1 }
    }
    #expect(faults == 0)
  }
}
