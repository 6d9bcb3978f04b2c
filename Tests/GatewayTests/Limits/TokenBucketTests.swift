internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// One bucket, as a value.
struct TokenBucketTests {
  private static let second: Int64 = 1_000_000_000

  /// What a full bucket holds can be taken at once, and then one content's worth comes back at a time.
  @Test(arguments: [(1, 1), (3, 10), (7, 1), (999, 10), (100_000, 3_600)])
  func holdsItsQuota(rate: Int, burst: Int) throws {
    let limit = try #require(RateLimit(perSecond: rate, burst: burst))
    var bucket = TokenBucket(fullAt: 0)
    #expect(bucket.remaining(under: limit, at: 0) == rate * burst)
    bucket.take(rate * burst - 1, under: limit, at: 0)
    #expect(bucket.wait(under: limit, at: 0) == 0 && bucket.remaining(under: limit, at: 0) == 1)
    bucket.take(1, under: limit, at: 0)
    #expect(bucket.wait(under: limit, at: 0) == limit.interval && bucket.remaining(under: limit, at: 0) == 0)
    #expect(bucket.wait(under: limit, at: limit.interval - 1) == 1)
    #expect(bucket.wait(under: limit, at: limit.interval) == 0)
    #expect(!bucket.isFull(at: limit.depth - 1) && bucket.isFull(at: limit.depth))
  }

  /// Whoever takes only when let in never gets more, in any stretch of time, than the quota and what comes back in it;
  /// and gets all of that who asks often enough.
  @Test(arguments: 0..<40)
  func letsThroughWhatWasPromised(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let limit = try #require(
      RateLimit(perSecond: Int.random(in: 1...2_000, using: &random), burst: Int.random(in: 1...5, using: &random)))
    let isEager = seed.isMultiple(of: 2)
    var bucket = TokenBucket(fullAt: 0)
    var taken: [Int64] = []
    var now: Int64 = 0
    for _ in 0..<4_000 {
      now += Int64.random(in: 0...(isEager ? limit.interval / 2 : 3 * limit.interval), using: &random)
      guard bucket.wait(under: limit, at: now) == 0 else { continue }
      bucket.take(1, under: limit, at: now)
      taken.append(now)
    }
    for first in stride(from: 0, to: taken.count, by: 7) {
      for last in stride(from: first, to: taken.count, by: 11) {
        let comesBack = (taken[last] - taken[first]) / limit.interval
        #expect(Int64(last - first + 1) <= Int64(limit.quota) + comesBack)
      }
    }
    // Three are the parts of contents at either end.
    if isEager { #expect(Int64(taken.count) >= min(4_000, Int64(limit.quota) + now / limit.interval) - 3) }
  }

  /// What is owed is waited for, an hour at most; no number is too large.
  @Test(arguments: [1, 50, 1_000, 5_000_000, Int.max])
  func debtsAreBounded(contents: Int) throws {
    let limit = try #require(RateLimit(perSecond: 10, burst: 1))
    var bucket = TokenBucket(fullAt: 0)
    for _ in 0..<3 { bucket.take(contents, under: limit, at: Self.second) }
    #expect(bucket.remaining(under: limit, at: Self.second) == max(0, 10 - min(10, contents) * 3))
    let owed = contents > 12_000 ? TokenBucket.maximumDebt : Int64(3 * contents - 10) * limit.interval
    #expect(bucket.wait(under: limit, at: Self.second) == max(0, owed + limit.interval))
  }

  /// Figures that would divide by nothing, or overflow, are not taken.
  @Test(arguments: [(0, 1), (-1, 1), (100_001, 1), (1, 0), (1, 3_601), (Int.max, Int.max), (Int.min, 1)])
  func refusesWildFigures(rate: Int, burst: Int) {
    #expect(RateLimit(perSecond: rate, burst: burst) == nil)
  }

  /// However many come by once, memory follows those who are active; and none of those is forgotten.
  @Test func dropsTheIdle() throws {
    let limit = try #require(RateLimit(perSecond: 10, burst: 1))
    var buckets = TokenBuckets()
    let active = UUID()
    var largest = 0
    for step in 0..<100_000 {
      let now = Int64(step) * Self.second / 100
      // One that takes as much as comes back stays empty.
      buckets.take(step == 0 ? 10 : step.isMultiple(of: 10) ? 1 : 0, from: active, under: limit, at: now)
      buckets.take(1, from: UUID(), under: limit, at: now)
      largest = max(largest, buckets.count)
    }
    #expect(largest <= TokenBuckets.leastSweep + 1)
    let end = Int64(99_990) * Self.second / 100
    #expect(buckets.bucket(active, at: end).remaining(under: limit, at: end) == 0)
  }
}
