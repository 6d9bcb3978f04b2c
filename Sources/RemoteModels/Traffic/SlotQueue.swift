/// Who may send now: a number of slots, and before them a bounded queue for each lane, first come first served. The lanes
/// take turns, so that many images neither crowd out texts nor keep them waiting.
///
/// Events in, answers out; no task and no clock of its own.
struct SlotQueue: Sendable {
  typealias ID = UInt64

  enum Lane: Int, Sendable, CaseIterable {
    case texts, images
  }

  enum Answer: Sendable, Equatable {
    case enter
    case wait
    case refuse
  }

  private let slots: Int
  private let longestQueue: Int
  private(set) var takenSlots = 0
  /// By lane.
  private var queues = Lane.allCases.map { _ in [ID]() }
  /// Whose turn it is.
  private var next = Lane.texts

  /// - Parameter longestQueue: of each lane.
  init(slots: Int, longestQueue: Int) {
    self.slots = slots
    self.longestQueue = longestQueue
  }

  var waitingCount: Int { queues.reduce(0) { $0 + $1.count } }

  mutating func ask(_ id: ID, in lane: Lane) -> Answer {
    if enterIfFree() { return .enter }
    guard queues[lane.rawValue].count < longestQueue else { return .refuse }
    queues[lane.rawValue].append(id)
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
    for lane in [next, next.other] where !queues[lane.rawValue].isEmpty {
      next = lane.other
      return queues[lane.rawValue].removeFirst()
    }
    takenSlots -= 1
    return nil
  }

  /// - Returns: whether it was still waiting. Where it was not, it has a slot to give back.
  mutating func withdraw(_ id: ID) -> Bool {
    for lane in queues.indices {
      guard let place = queues[lane].firstIndex(of: id) else { continue }
      queues[lane].remove(at: place)
      return true
    }
    return false
  }
}

extension SlotQueue.Lane {
  fileprivate var other: SlotQueue.Lane {
    switch self {
    case .texts: .images
    case .images: .texts
    }
  }
}
