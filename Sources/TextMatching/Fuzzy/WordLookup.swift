/// What was found for the words of a text so far, so that a word which comes again costs next to nothing.
struct WordLookup {
  /// An entry of the phrases' words that a word may stand for.
  struct Finding {
    var entry: Int
    /// Whether the symbols at the ends of the word were part of it.
    var isOuter: Bool
    /// The score of the word alone.
    var score: Double
  }

  /// A word that is not among so many of the same hash is taken for a new one.
  private static let maximumProbes = 8

  private let words: [TextWord]
  private let glyphs: [Glyph]
  /// Numbers of words by their hashes, plus one; 0 where there is none.
  private var slots: [Int32]
  private var findings: [Finding] = []
  /// For each word that was looked up, its findings.
  private var ranges: [Range<Int32>]
  private var freeSlot: Int?

  init(_ words: [TextWord], _ glyphs: [Glyph]) {
    self.words = words
    self.glyphs = glyphs
    var size = 16
    while size < words.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    ranges = Array(repeating: 0..<0, count: words.count)
  }

  /// The findings of a word that is written like this one; nil where none was looked up.
  mutating func known(_ number: Int) -> ArraySlice<Finding>? {
    let first = hash(words[number].outer)
    freeSlot = nil
    for probe in 0..<Self.maximumProbes {
      let slot = Int(truncatingIfNeeded: (first &+ UInt64(probe)) & UInt64(slots.count - 1))
      if slots[slot] == 0 {
        freeSlot = slot
        return nil
      }
      let other = Int(slots[slot]) - 1
      if isSame(words[number].outer, words[other].outer) {
        return findings[Int(ranges[other].lowerBound)..<Int(ranges[other].upperBound)]
      }
    }
    return nil
  }

  /// Keeps the findings of the word that was last asked for.
  mutating func add(_ new: [Finding], _ number: Int) {
    guard let slot = freeSlot else { return }
    let start = Int32(truncatingIfNeeded: findings.count)
    findings += new
    ranges[number] = start..<Int32(truncatingIfNeeded: findings.count)
    slots[slot] = Int32(truncatingIfNeeded: number + 1)
  }

  private func hash(_ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range {
      hash = (hash ^ UInt64(glyphs[index].literal) ^ UInt64(glyphs[index].count) << 32) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy {
        glyphs[$0].isSame(as: glyphs[$1]) && glyphs[$0].count == glyphs[$1].count
          && glyphs[$0].traits == glyphs[$1].traits
      }
  }
}
