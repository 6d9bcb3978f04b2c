import TestSupport
import Testing

@testable import ContentIntake

@Suite struct PerceptualIndexTests {
  private static func index(of hashes: [PerceptualHash]) -> PerceptualIndex {
    PerceptualIndex(DigestTable(width: 4, unsorted: hashes.flatMap(\.words)))
  }

  private static func random(_ count: Int, seed: UInt64) -> [PerceptualHash] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in .random(by: &generator) }
  }

  /// Bits in as many bands as there are: spread so evenly, a change hides best from an index by bands.
  private static func spread(_ count: Int, by generator: inout some RandomNumberGenerator) -> [Int] {
    let bands = (0..<16).shuffled(using: &generator)
    var places = (0..<16).map { _ in (0..<16).shuffled(using: &generator) }
    return (0..<count).map { number in
      let band = bands[number % 16]
      return 16 * band + places[band].removeLast()
    }
  }

  /// The index finds what a look at all hashes finds, at each distance and for changes spread evenly and at random, and
  /// says no one bit beyond.
  @Test(arguments: [0, 1, 7, 15, 16, 17, 30, 31, 32, 33, 40, 47])
  func missesNone(distance: Int) {
    let hashes = Self.random(12_000, seed: UInt64(distance))
    let index = Self.index(of: hashes)
    var generator = SeededGenerator(seed: 99)
    var indexed = 0
    for _ in 0..<60 {
      let hash = hashes.randomElement(using: &generator) ?? .zero
      for changed in [distance, distance + 1, Int.random(in: 0...distance, using: &generator)] {
        let near = hash.changing(bits: Self.spread(changed, by: &generator))
        let scattered = hash.changing(bits: (0..<256).shuffled(using: &generator).prefix(changed))
        for image in [near, scattered] {
          let expected = hashes.reduce(256) { min($0, $1.distance(to: image)) }
          // Random hashes are far from each other: the one that was changed is the nearest.
          #expect(expected == changed)
          #expect(index.nearest(to: image, within: distance) == (changed <= distance ? changed : nil))
          if index.indexServes(image, within: distance) { indexed += 1 }
        }
      }
    }
    // Up to 31 all of that was by the index, unless this list is too short for it to serve.
    if distance <= 31 { #expect(indexed == 360) }
  }

  /// The nearest of several within reach is told, in whichever band it is found.
  @Test func tellsTheNearest() {
    var generator = SeededGenerator(seed: 5)
    let image = PerceptualHash.random(by: &generator)
    var hashes = Self.random(8_000, seed: 6)
    for distance in [31, 24, 20, 13] {
      hashes.append(image.changing(bits: Self.spread(distance, by: &generator)))
      let index = Self.index(of: hashes)
      #expect(index.indexServes(image, within: 31))
      #expect(index.nearest(to: image, within: 31) == distance)
    }
    #expect(Self.index(of: hashes + [image]).nearest(to: image, within: 31) == 0)
  }

  /// Hashes that all fall into the same buckets are looked at one after the other, and the right one is found.
  @Test func hostileHashes() {
    var generator = SeededGenerator(seed: 7)
    let center = PerceptualHash.random(by: &generator)
    // All share 15 bands; in the first word's lowest one, they have every value.
    let hashes = (0..<1 << 16).map { value in
      PerceptualHash(
        word0: center.word0 & ~0xffff | UInt64(value), word1: center.word1, word2: center.word2, word3: center.word3)
    }
    let index = Self.index(of: hashes)
    #expect(index.count == 1 << 16)
    #expect(!index.indexServes(center, within: 31))
    #expect(index.nearest(to: center, within: 31) == 0)
    let apart = center.changing(bits: Self.spread(31, by: &generator).filter { $0 >= 16 })
    let expected = hashes.reduce(256) { min($0, $1.distance(to: apart)) }
    #expect((1...31).contains(expected))
    #expect(index.nearest(to: apart, within: 31) == expected)
    // An image that shares no band with them costs next to nothing.
    let elsewhere = center.changing(bits: 0..<256)
    #expect(index.indexServes(elsewhere, within: 31))
    #expect(index.nearest(to: elsewhere, within: 31) == nil)
  }

  /// So are the hashes of a short list, for which there is no index.
  @Test(arguments: [0, 1, 2, PerceptualIndex.smallestIndexed - 1, PerceptualIndex.smallestIndexed])
  func anyNumber(count: Int) {
    let hashes = Self.random(count, seed: 8)
    let index = Self.index(of: hashes)
    #expect(index.count == count)
    var generator = SeededGenerator(seed: 9)
    for hash in hashes.prefix(50) {
      let image = hash.changing(bits: Self.spread(63, by: &generator))
      #expect(index.nearest(to: image, within: 63) == 63)
      #expect(index.nearest(to: image, within: 62) == nil)
    }
    #expect(index.nearest(to: .random(by: &generator), within: 63) == nil)
  }
}
