internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// The bounds on drafts as a value.
struct WorkQueueTests {
  /// Random events keep every bound, and turns come in the order in which they were asked for.
  @Test(arguments: 0..<20)
  func keepsItsBounds(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var queue = WorkQueue(limit: 6, accountLimit: 4, turnLimit: 2)
    let accounts = [UUID(), UUID(), UUID()]
    var inWork: [UUID] = []
    var nextID = 0
    var waiting: [Int] = []
    var working = 0
    for _ in 0..<500 {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        let account = accounts[Int.random(in: 0..<3, using: &generator)]
        let fits = inWork.count < 6 && inWork.count(where: { $0 == account }) < 4
        #expect(queue.enter(account) == fits)
        if fits { inWork.append(account) }
      case 1 where !inWork.isEmpty:
        queue.leave(inWork.remove(at: Int.random(in: 0..<inWork.count, using: &generator)))
      case 2:
        nextID += 1
        #expect(queue.ask(nextID) == (working < 2))
        if working < 2 { working += 1 } else { waiting.append(nextID) }
      case 3 where working > 0:
        let next = queue.endTurn()
        #expect(next == waiting.first)
        if waiting.isEmpty { working -= 1 } else { waiting.removeFirst() }
      case 4 where !waiting.isEmpty:
        queue.giveUp(waiting.remove(at: Int.random(in: 0..<waiting.count, using: &generator)))
      default: break
      }
      #expect(queue.count == inWork.count && queue.turns == working && working <= 2)
    }
  }

  /// An account that holds all its places leaves the others theirs.
  @Test func oneAccountCannotTakeEveryPlace() {
    var queue = WorkQueue(limit: 4, accountLimit: 3, turnLimit: 1)
    let greedy = UUID()
    let taken = (0..<10).filter { _ in queue.enter(greedy) }.count
    let other = queue.enter(UUID())
    let oneTooMany = queue.enter(UUID())
    #expect(taken == 3 && other && !oneTooMany)
  }
}
