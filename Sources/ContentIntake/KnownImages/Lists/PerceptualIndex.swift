/// Finds the nearest of many hashes within a distance, and misses none.
///
/// Multi-index hashing (Norouzi, Punjani and Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing",
/// 2014): the 256 bits are cut into 16 bands of 16. Let the distance be 16 r + a, with a below 16. Two hashes that near
/// differ in r bits at most in one of the first a + 1 bands, or in r - 1 at most in one of the others: else they would
/// differ in (a + 1)(r + 1) + (15 - a) r bits, which is one more than the distance. So the hashes that have such a band
/// are looked at, by an index for each band, and no others: at a distance of 31, all those with a band that differs in
/// one bit at most, one hash in 241 of random ones.
///
/// Where that would take as long as looking at all hashes one after the other, or longer, they are looked at so:
/// whatever the hashes are, a search takes no longer than that.
struct PerceptualIndex: Sendable {
  static let bands = 16
  /// The largest distance that hashes can be searched for within. Further off, unrelated pictures begin to be found.
  static let largestDistance = 63
  /// Below as many hashes all are looked at, and no index is made.
  static let smallestIndexed = 4_096
  /// How many hashes in a row can be looked at in the time of one that is anywhere.
  static let scatteredCost = 8

  private static let buckets = 1 << 16
  /// Which bits of a band may differ: none, then one, then two, then three. At a distance of 63 it is three.
  private static let masks: [UInt16] = (0...3).flatMap { count in
    (UInt16.min...UInt16.max).filter { $0.nonzeroBitCount == count }
  }
  /// How many of `masks` have no more than so many bits.
  private static let maskCounts = (0...3).map { count in masks.count { $0.nonzeroBitCount <= count } }

  /// Four words each, as `PerceptualHash` has them.
  let hashes: DigestTable
  /// For each band and each value of it where its hashes begin in `places`; then an end. Empty where there is no index.
  private let starts: [UInt32]
  /// For each band all hashes by their place in `hashes`, in the order of the band's values.
  private let places: [UInt32]

  init(_ hashes: DigestTable) {
    precondition(hashes.width == 4, "a hash has four words")
    self.hashes = hashes
    let count = hashes.count
    guard count >= Self.smallestIndexed else {
      (starts, places) = ([], [])
      return
    }
    // A counting sort. A bucket's size is counted two places on, so that its start comes to lie one place on, where it
    // moves up to the bucket's end as that fills: which is the next one's start.
    var starts = [UInt32](repeating: 0, count: Self.bands * Self.buckets + 2)
    var places = [UInt32](repeating: 0, count: Self.bands * count)
    hashes.words.withUnsafeBufferPointer { words in
      for band in 0..<Self.bands {
        for hash in 0..<count { starts[Self.bucket(of: band, in: Self.hash(hash, in: words)) + 2] += 1 }
      }
      for bucket in starts.indices.dropFirst() { starts[bucket] += starts[bucket - 1] }
      for band in 0..<Self.bands {
        for hash in 0..<count {
          let bucket = Self.bucket(of: band, in: Self.hash(hash, in: words))
          places[Int(starts[bucket + 1])] = UInt32(hash)
          starts[bucket + 1] += 1
        }
      }
    }
    self.starts = starts
    self.places = places
  }

  /// Bytes that the index of so many hashes takes beside the hashes themselves.
  static func memoryBytes(of count: Int) -> Int {
    count < smallestIndexed ? 0 : MemoryLayout<UInt32>.size * (bands * buckets + 2 + bands * count)
  }

  var count: Int { hashes.count }

  /// The distance of the nearest hash.
  ///
  /// - Parameter distance: 0 to `largestDistance`.
  /// - Returns: nil where none is within `distance`.
  func nearest(to hash: PerceptualHash, within distance: Int) -> Int? {
    precondition((0...Self.largestDistance).contains(distance), "a search goes to a distance of 63 at most")
    return hashes.words.withUnsafeBufferPointer { words in
      let nearest =
        indexServes(hash, within: distance)
        ? nearestByIndex(to: hash, within: distance, in: words) : nearestOfAll(to: hash, in: words)
      return nearest <= distance ? nearest : nil
    }
  }

  /// Whether the index leaves so few hashes to look at that it is worth its while.
  func indexServes(_ hash: PerceptualHash, within distance: Int) -> Bool {
    guard !starts.isEmpty else { return false }
    var left = hashes.count / Self.scatteredCost
    for band in 0..<Self.bands {
      let own = Self.bucket(of: band, in: hash)
      for mask in Self.masks[..<Self.probes(of: band, within: distance)] {
        // INVARIANT: the mask has bits of the band only, so this is a bucket of the same band.
        let bucket = own ^ Int(mask)
        left -= Int(starts[bucket + 1] - starts[bucket])
        guard left >= 0 else { return false }
      }
    }
    return true
  }

  private func nearestByIndex(
    to hash: PerceptualHash, within distance: Int, in words: UnsafeBufferPointer<UInt64>
  ) -> Int {
    var nearest = PerceptualHash.bits
    for band in 0..<Self.bands {
      let own = Self.bucket(of: band, in: hash)
      for mask in Self.masks[..<Self.probes(of: band, within: distance)] {
        let bucket = own ^ Int(mask)
        for place in places[Int(starts[bucket])..<Int(starts[bucket + 1])] {
          nearest = min(nearest, Self.hash(Int(place), in: words).distance(to: hash))
        }
        if nearest == 0 { return 0 }
      }
    }
    return nearest
  }

  func nearestOfAll(to hash: PerceptualHash) -> Int {
    hashes.words.withUnsafeBufferPointer { nearestOfAll(to: hash, in: $0) }
  }

  private func nearestOfAll(to hash: PerceptualHash, in words: UnsafeBufferPointer<UInt64>) -> Int {
    var nearest = PerceptualHash.bits
    for place in 0..<hashes.count { nearest = min(nearest, Self.hash(place, in: words).distance(to: hash)) }
    return nearest
  }

  /// How many of `masks` are tried in a band.
  private static func probes(of band: Int, within distance: Int) -> Int {
    let differing = distance / bands - (band <= distance % bands ? 0 : 1)
    return differing < 0 ? 0 : maskCounts[differing]
  }

  @inline(__always)
  private static func hash(_ place: Int, in words: UnsafeBufferPointer<UInt64>) -> PerceptualHash {
    PerceptualHash(
      word0: words[4 * place], word1: words[4 * place + 1], word2: words[4 * place + 2], word3: words[4 * place + 3])
  }

  /// Where the hashes that have the same value in a band are listed; the lowest 16 bits are that value.
  @inline(__always)
  private static func bucket(of band: Int, in hash: PerceptualHash) -> Int {
    let word =
      switch band / 4 {
      case 0: hash.word0
      case 1: hash.word1
      case 2: hash.word2
      default: hash.word3
      }
    return band * buckets + Int(UInt16(truncatingIfNeeded: word >> UInt64(16 * (band % 4))))
  }
}
