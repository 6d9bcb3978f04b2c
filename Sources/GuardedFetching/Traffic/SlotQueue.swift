/// Who may go on now: some slots for each key, and before them a line for each, first come first served.
///
/// Events in, answers out; no task and no clock of its own. Every event takes constant time, spread over many.
struct SlotQueue<Key: Hashable & Sendable>: Sendable {
  typealias ID = UInt64

  enum Answer: Sendable, Equatable {
    case enter
    case wait
    case refuse
  }

  /// Who left the line early stays in `order`, and is passed over when its turn comes.
  private struct Line {
    var taken = 0
    var order: [ID] = []
    var head = 0
    var waiting: Set<ID> = []

    mutating func next() -> ID? {
      while head < order.count {
        let id = order[head]
        head += 1
        if waiting.remove(id) != nil { return id }
      }
      return nil
    }

    mutating func append(_ id: ID) {
      if order.count > 2 * waiting.count + 16 {
        order = order[head...].filter(waiting.contains)
        head = 0
      }
      order.append(id)
      waiting.insert(id)
    }
  }

  private let slotsPerKey: Int
  private let longestQueue: Int
  private var lines: [Key: Line] = [:]
  private(set) var waitingCount = 0

  /// - Parameters:
  ///   - slotsPerKey: at least 1.
  ///   - longestQueue: how many wait at most, over all keys.
  init(slotsPerKey: Int, longestQueue: Int) {
    self.slotsPerKey = slotsPerKey
    self.longestQueue = longestQueue
  }

  func takenSlots(of key: Key) -> Int { lines[key]?.taken ?? 0 }

  /// How many keys there is anything to know of.
  var keyCount: Int { lines.count }

  mutating func ask(_ id: ID, _ key: Key) -> Answer {
    if takenSlots(of: key) < slotsPerKey {
      lines[key, default: Line()].taken += 1
      return .enter
    }
    guard waitingCount < longestQueue else { return .refuse }
    lines[key, default: Line()].append(id)
    waitingCount += 1
    return .wait
  }

  /// Gives a slot of the key back.
  ///
  /// - Returns: who has it now; nil where nobody waits.
  mutating func leave(_ key: Key) -> ID? {
    // INVARIANT: nobody waits while a slot of the key is free, so a slot that is passed on stays taken.
    if let id = lines[key]?.next() {
      waitingCount -= 1
      return id
    }
    lines[key]?.taken -= 1
    if takenSlots(of: key) == 0 { lines[key] = nil }
    return nil
  }

  /// - Returns: whether it was still waiting. Where it was not, it has a slot to give back.
  mutating func withdraw(_ id: ID, _ key: Key) -> Bool {
    guard lines[key]?.waiting.remove(id) != nil else { return false }
    waitingCount -= 1
    return true
  }
}
