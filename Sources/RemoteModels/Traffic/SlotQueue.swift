/// Who may send now: a number of slots, and a bounded queue before them, first come first served.
///
/// Events in, answers out; no task and no clock of its own.
struct SlotQueue: Sendable {
  typealias ID = UInt64

  enum Answer: Sendable, Equatable {
    case enter
    case wait
    case refuse
  }

  private let slots: Int
  private let longestQueue: Int
  private(set) var takenSlots = 0
  private var queue: [ID] = []

  init(slots: Int, longestQueue: Int) {
    self.slots = slots
    self.longestQueue = longestQueue
  }

  var waitingCount: Int { queue.count }

  mutating func ask(_ id: ID) -> Answer {
    if enterIfFree() { return .enter }
    guard queue.count < longestQueue else { return .refuse }
    queue.append(id)
    return .wait
  }

  /// Takes a slot that nobody waits for, without waiting.
  mutating func enterIfFree() -> Bool {
    guard takenSlots < slots else { return false }
    takenSlots += 1
    return true
  }

  /// Gives a slot back.
  ///
  /// - Returns: who has it now; nil where nobody waits.
  mutating func leave() -> ID? {
    // INVARIANT: nobody waits while a slot is free, so a slot that is passed on stays taken.
    if !queue.isEmpty { return queue.removeFirst() }
    takenSlots -= 1
    return nil
  }

  /// - Returns: whether it was still waiting. Where it was not, it has a slot to give back.
  mutating func withdraw(_ id: ID) -> Bool {
    guard let place = queue.firstIndex(of: id) else { return false }
    queue.remove(at: place)
    return true
  }
}
