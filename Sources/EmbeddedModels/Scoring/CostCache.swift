internal import Synchronization

/// Keeps what was made last, up to a total cost; the least recently used goes first. Safe to use from anywhere.
final class CostCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var value: Value
    var cost: Int
    /// Its neighbours in the order of use.
    var newer: Key?
    var older: Key?
  }

  private struct Contents: Sendable {
    var entries: [Key: Entry] = [:]
    var newest: Key?
    var oldest: Key?
    var cost = 0

    mutating func remove(_ key: Key) -> Entry? {
      guard let entry = entries.removeValue(forKey: key) else { return nil }
      if let newer = entry.newer { entries[newer]?.older = entry.older } else { newest = entry.older }
      if let older = entry.older { entries[older]?.newer = entry.newer } else { oldest = entry.newer }
      cost -= entry.cost
      return entry
    }

    mutating func insert(_ value: Value, cost: Int, for key: Key) {
      entries[key] = Entry(value: value, cost: cost, newer: nil, older: newest)
      if let newest { entries[newest]?.newer = key } else { oldest = key }
      newest = key
      self.cost += cost
    }
  }

  private let capacity: Int
  private let contents = Mutex(Contents())

  /// - Parameter capacity: the total cost to keep.
  init(capacity: Int) {
    self.capacity = capacity
  }

  subscript(key: Key) -> Value? {
    contents.withLock { contents in
      guard let entry = contents.remove(key) else { return nil }
      contents.insert(entry.value, cost: entry.cost, for: key)
      return entry.value
    }
  }

  /// Keeps a value, unless it alone costs more than there is room for.
  func insert(_ value: Value, cost: Int, for key: Key) {
    guard cost <= capacity else { return }
    contents.withLock { contents in
      _ = contents.remove(key)
      contents.insert(value, cost: cost, for: key)
      while contents.cost > capacity, let oldest = contents.oldest { _ = contents.remove(oldest) }
    }
  }
}
