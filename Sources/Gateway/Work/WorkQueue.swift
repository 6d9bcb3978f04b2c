internal import Foundation

/// Who has a place, and whose turn it is: a pure value, with all effects at the edge.
struct WorkQueue {
  private let limit: Int
  private let accountLimit: Int
  private let turnLimit: Int
  /// How many places each account has.
  private var places: [UUID: Int] = [:]
  /// How many have their turn.
  private(set) var turns = 0
  private var waiting: [Int] = []

  /// - Parameters:
  ///   - limit: places.
  ///   - accountLimit: those of one account, so that one cannot take every place.
  ///   - turnLimit: turns at once.
  init(limit: Int, accountLimit: Int, turnLimit: Int) {
    self.limit = limit
    self.accountLimit = accountLimit
    self.turnLimit = turnLimit
  }

  var count: Int { places.values.reduce(0, +) }

  /// Takes a place; false where none is left.
  mutating func enter(_ account: UUID) -> Bool {
    let own = places[account, default: 0]
    guard own < accountLimit, count < limit else { return false }
    places[account] = own + 1
    return true
  }

  mutating func leave(_ account: UUID) {
    guard let own = places[account] else { return }
    places[account] = own > 1 ? own - 1 : nil
  }

  /// Asks for a turn: whether it has come at once. If not, `endTurn` tells when it has.
  mutating func ask(_ id: Int) -> Bool {
    guard turns < turnLimit else {
      waiting.append(id)
      return false
    }
    turns += 1
    return true
  }

  /// - Returns: whose turn it is now.
  mutating func endTurn() -> Int? {
    guard !waiting.isEmpty else {
      turns -= 1
      return nil
    }
    return waiting.removeFirst()
  }

  /// Waits for no turn any more.
  mutating func giveUp(_ id: Int) { waiting.removeAll { $0 == id } }
}
