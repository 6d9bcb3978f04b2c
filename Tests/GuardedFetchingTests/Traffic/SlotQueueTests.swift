import Testing

@testable import GuardedFetching

@Suite struct SlotQueueTests {
  /// Each key has its slots, and its line is served in order.
  @Test func keysAreApart() {
    var queue = SlotQueue<String>(slotsPerKey: 2, longestQueue: 10)
    #expect(queue.ask(1, "a") == .enter && queue.ask(2, "a") == .enter)
    #expect(queue.ask(3, "a") == .wait && queue.ask(4, "a") == .wait)
    #expect(queue.ask(5, "b") == .enter)
    #expect(queue.leave("b") == nil)
    #expect(queue.leave("a") == 3 && queue.leave("a") == 4)
    #expect(queue.takenSlots(of: "a") == 2 && queue.waitingCount == 0)
    #expect(queue.leave("a") == nil && queue.leave("a") == nil)
    #expect(queue.keyCount == 0)
  }

  /// All lines together have a longest length.
  @Test func longestQueue() {
    var queue = SlotQueue<String>(slotsPerKey: 1, longestQueue: 2)
    for (id, key) in [(1, "a"), (2, "b")] as [(UInt64, String)] { #expect(queue.ask(id, key) == .enter) }
    #expect(queue.ask(3, "a") == .wait && queue.ask(4, "b") == .wait)
    #expect(queue.ask(5, "a") == .refuse && queue.ask(6, "c") == .enter)
    #expect(queue.withdraw(3, "a") == true)
    #expect(queue.ask(7, "b") == .wait)
  }

  /// Who left the line is passed over; who was called already has a slot to give back.
  @Test func withdrawing() {
    var queue = SlotQueue<String>(slotsPerKey: 1, longestQueue: 10)
    #expect(queue.ask(1, "a") == .enter && queue.ask(2, "a") == .wait && queue.ask(3, "a") == .wait)
    #expect(queue.withdraw(2, "a") && !queue.withdraw(2, "a") && !queue.withdraw(1, "a") && !queue.withdraw(9, "b"))
    #expect(queue.leave("a") == 3)
    #expect(queue.withdraw(3, "a") == false)
    #expect(queue.leave("a") == nil && queue.keyCount == 0 && queue.waitingCount == 0)
  }

  /// In a hundred thousand random events there are never more in than slots, nobody waits before a free slot, and
  /// everybody is served in the order of coming.
  @Test func randomEvents() {
    var generator = SeededGenerator(seed: 5)
    var queue = SlotQueue<Int>(slotsPerKey: 3, longestQueue: 50)
    var inside: [Int: Int] = [:]
    var lines: [Int: [UInt64]] = [:]
    for id in 0..<UInt64(100_000) {
      let key = Int.random(in: 0..<4, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0, 1:
        let waiting = lines.values.reduce(0) { $0 + $1.count }
        switch queue.ask(id, key) {
        case .enter:
          inside[key, default: 0] += 1
          #expect(lines[key, default: []].isEmpty)
        case .wait:
          lines[key, default: []].append(id)
          #expect(inside[key] == 3)
        case .refuse: #expect(waiting == 50)
        }
      case 2, 3:
        guard inside[key, default: 0] > 0 else { continue }
        let expected = lines[key]?.first
        #expect(queue.leave(key) == expected)
        if expected == nil { inside[key, default: 0] -= 1 } else { lines[key]?.removeFirst() }
      default:
        guard let id = lines[key]?.randomElement(using: &generator) else { continue }
        #expect(queue.withdraw(id, key) == true)
        lines[key]?.removeAll { $0 == id }
      }
      #expect(inside[key, default: 0] <= 3 && queue.takenSlots(of: key) == inside[key, default: 0])
    }
  }
}
