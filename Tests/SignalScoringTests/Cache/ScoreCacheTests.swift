import SignalScoring
import Testing

/// The cache's bounds, and what it gives up first.
struct ScoreCacheTests {
  private static func key(_ number: Int) -> ScoreCache.Key {
    ScoreCache.Key(content: "content \(number)", signal: "signal")
  }

  /// It keeps what it is given, counts what it is asked, and forgets when told to.
  @Test func keepsAndCounts() {
    let cache = ScoreCache(capacity: 1600)
    let entry = ScoreCache.Entry(score: 0.5, evidence: Evidence(spans: [0..<3]))
    cache.insert(entry, for: Self.key(1))
    #expect([1, 2, 1].map { cache.entry(for: Self.key($0)) } == [entry, nil, entry])
    cache.insert(ScoreCache.Entry(score: 0.7), for: Self.key(1))
    #expect(cache.entry(for: Self.key(1)) == ScoreCache.Entry(score: 0.7))
    #expect(cache.statistics == Self.statistics(hits: 3, misses: 1, count: 1))
    cache.removeAll()
    #expect(cache.entry(for: Self.key(1)) == nil)
  }

  /// However much is put in, no more stays than it was made for.
  @Test(arguments: [0, 1, 16, 100])
  func isBounded(capacity: Int) {
    let cache = ScoreCache(capacity: capacity)
    for number in 0..<2000 { cache.insert(ScoreCache.Entry(score: 0), for: Self.key(number)) }
    #expect(cache.statistics.count <= (max(capacity, 1) + 15) / 16 * 16)
    #expect((0..<2000).contains { cache.entry(for: Self.key($0)) != nil })
  }

  /// What is used again and again stays, though far more passes through.
  @Test func keepsWhatIsUsed() {
    let cache = ScoreCache(capacity: 160)
    let used = 0..<20
    for number in used { cache.insert(ScoreCache.Entry(score: 1), for: Self.key(number)) }
    var lost = 0
    for number in 1000..<5000 {
      cache.insert(ScoreCache.Entry(score: 0), for: Self.key(number))
      if cache.entry(for: Self.key(number % used.count)) == nil { lost += 1 }
    }
    // A shard that by chance has many of them loses some: of 4,000 look-ups no more than a part.
    #expect(lost < 1000)
  }

  /// Used from many tasks at once, an answer is always the one that was put in under its key.
  @Test func manyAtOnce() async {
    let cache = ScoreCache(capacity: 64)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<500).count { step in
            let number = (step * 7 + task) % 97
            cache.insert(ScoreCache.Entry(score: Double(number)), for: Self.key(number))
            return cache.entry(for: Self.key(number)).map { $0.score != Double(number) } ?? false
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  private static func statistics(hits: Int, misses: Int, count: Int) -> ScoreCache.Statistics {
    var statistics = ScoreCache(capacity: 1).statistics
    statistics.hits = hits
    statistics.misses = misses
    statistics.count = count
    return statistics
  }
}
