/// Which letters a word has, roughly: a quick test of whether two words can be near one another.
struct LetterSet: Sendable {
  private var bits: UInt64 = 0
  /// How many letters may be read as others.
  private var ambiguous = 0

  init(_ letters: some Sequence<UInt32>) {
    for letter in letters { bits |= 1 << UInt64(letter & 63) }
  }

  init(_ glyphs: ArraySlice<Glyph>) {
    for glyph in glyphs {
      bits |= 1 << UInt64(glyph.letter & 63)
      if glyph.second != 0 || glyph.traits.contains(.mask) { ambiguous += 1 }
    }
  }

  /// Whether so many edits can make one word of the other: each changes the letters of both by one at most.
  func isNear(_ other: LetterSet, edits: Int) -> Bool {
    (bits ^ other.bits).nonzeroBitCount <= 2 * (edits + ambiguous + other.ambiguous)
  }
}
