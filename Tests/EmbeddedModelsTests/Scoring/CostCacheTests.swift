import Testing

@testable import EmbeddedModels

@Suite struct CostCacheTests {
  /// The least recently used goes first, when the total cost is more than there is room for.
  @Test func forgetsTheLeastRecentlyUsed() {
    let cache = CostCache<String, Int>(capacity: 3)
    for (key, value) in [("a", 1), ("b", 2), ("c", 3)] { cache.insert(value, cost: 1, for: key) }
    #expect(cache["a"] == 1)
    cache.insert(4, cost: 2, for: "d")
    #expect(["a", "b", "c", "d"].map { cache[$0] } == [1, nil, nil, 4])
    cache.insert(5, cost: 1, for: "d")
    cache.insert(6, cost: 1, for: "e")
    #expect(["a", "d", "e"].map { cache[$0] } == [1, 5, 6])
  }

  /// What alone costs more than there is room for is not kept, and drives nothing out.
  @Test func leavesOutWhatIsTooLarge() {
    let cache = CostCache<Int, Int>(capacity: 2)
    cache.insert(1, cost: 2, for: 1)
    cache.insert(2, cost: 3, for: 2)
    #expect(cache[1] == 1 && cache[2] == nil)
  }
}
