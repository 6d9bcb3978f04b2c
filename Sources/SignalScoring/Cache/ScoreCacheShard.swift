/// A part of the cache: a ring of slots, swept by a hand that passes over what was used since it last came by (CLOCK).
/// That is nearly the least recently used, and a hit moves nothing.
struct ScoreCacheShard {
  private struct Slot {
    var key: ScoreCache.Key
    var entry: ScoreCache.Entry
    var wasUsed: Bool
  }

  private let capacity: Int
  private var slots: [Slot] = []
  private var places: [ScoreCache.Key: Int] = [:]
  private var hand = 0
  private(set) var hits = 0
  private(set) var misses = 0

  init(capacity: Int) {
    self.capacity = capacity
  }

  var count: Int { slots.count }

  mutating func entry(for key: ScoreCache.Key) -> ScoreCache.Entry? {
    guard let place = places[key] else {
      misses += 1
      return nil
    }
    hits += 1
    slots[place].wasUsed = true
    return slots[place].entry
  }

  mutating func insert(_ entry: ScoreCache.Entry, for key: ScoreCache.Key) {
    if let place = places[key] {
      slots[place].entry = entry
      return
    }
    let slot = Slot(key: key, entry: entry, wasUsed: false)
    if slots.count < capacity {
      places[key] = slots.count
      slots.append(slot)
      return
    }
    while slots[hand].wasUsed {
      slots[hand].wasUsed = false
      hand = (hand + 1) % capacity
    }
    places[slots[hand].key] = nil
    places[key] = hand
    slots[hand] = slot
    hand = (hand + 1) % capacity
  }

  mutating func removeAll() {
    slots = []
    places = [:]
    hand = 0
  }
}
