internal import Foundation

/// The buckets of all keys, or of all accounts.
///
/// INVARIANT: a full bucket need not be kept, since a new one is full. They are dropped whenever as many buckets have
/// come as were left after the last time, so that memory follows those who are active and the work of dropping is a
/// constant share of the work of adding.
struct TokenBuckets: Sendable {
  /// Buckets that are kept without looking for full ones.
  static let leastSweep = 1_024

  private var buckets: [UUID: TokenBucket] = [:]
  private var sweepAt = Self.leastSweep

  var count: Int { buckets.count }

  func bucket(_ id: UUID, at now: Int64) -> TokenBucket { buckets[id] ?? TokenBucket(fullAt: now) }

  mutating func take(_ contents: Int, from id: UUID, under limit: RateLimit, at now: Int64) {
    if buckets.count >= sweepAt, buckets[id] == nil {
      buckets = buckets.filter { !$0.value.isFull(at: now) }
      sweepAt = max(Self.leastSweep, 2 * buckets.count)
    }
    buckets[id, default: TokenBucket(fullAt: now)].take(contents, under: limit, at: now)
  }
}
