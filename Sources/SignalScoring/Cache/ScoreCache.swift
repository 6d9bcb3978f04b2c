internal import Synchronization

/// Scores that models gave, kept under what was scored and by what: bounded, and safe to use from anywhere.
///
/// Keys are spread over shards, each with its own lock, so that two contents seldom wait for each other.
public final class ScoreCache: Sendable {
  public struct Key: Hashable, Sendable {
    /// The content's hash.
    public var content: String
    /// The scorer's version and the feature's identity.
    public var signal: String

    public init(content: String, signal: String) {
      self.content = content
      self.signal = signal
    }
  }

  public struct Entry: Hashable, Sendable {
    public var score: Double
    public var evidence: Evidence?

    public init(score: Double, evidence: Evidence? = nil) {
      self.score = score
      self.evidence = evidence
    }
  }

  public struct Statistics: Hashable, Sendable {
    public var hits = 0
    public var misses = 0
    /// How many scores are kept now.
    public var count = 0
  }

  private final class Shard: Sendable {
    let state: Mutex<ScoreCacheShard>

    init(capacity: Int) {
      state = Mutex(ScoreCacheShard(capacity: capacity))
    }
  }

  // A power of two, so that a shard is some bits of the hash.
  private static let shardCount = 16

  private let shards: [Shard]

  /// - Parameter capacity: how many scores to keep, rounded up to a multiple of the number of shards.
  public init(capacity: Int) {
    let share = (max(capacity, 1) + Self.shardCount - 1) / Self.shardCount
    shards = (0..<Self.shardCount).map { _ in Shard(capacity: share) }
  }

  public func entry(for key: Key) -> Entry? {
    shard(of: key).state.withLock { $0.entry(for: key) }
  }

  public func insert(_ entry: Entry, for key: Key) {
    shard(of: key).state.withLock { $0.insert(entry, for: key) }
  }

  public func removeAll() {
    for shard in shards { shard.state.withLock { $0.removeAll() } }
  }

  public var statistics: Statistics {
    shards.reduce(into: Statistics()) { total, shard in
      let (hits, misses, count) = shard.state.withLock { ($0.hits, $0.misses, $0.count) }
      total.hits += hits
      total.misses += misses
      total.count += count
    }
  }

  private func shard(of key: Key) -> Shard { shards[key.hashValue & (Self.shardCount - 1)] }
}
