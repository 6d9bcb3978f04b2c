import Testing

@testable import TextMatching

/// Texts and phrases made to be expensive are not.
struct LargeTextTests {
  private static let size = 24 * 1_024

  static let texts: [(name: String, text: String)] = [
    ("one letter", "a"), ("letters apart", "a "), ("words of one letter", "ab "), ("digits", "1"), ("signs", "1!|+$"),
    ("marks", "\u{301}\u{323}"), ("ligatures", "\u{FDFA}"), ("accents", "é"), ("disguises", "h4te "),
    ("near words", "late "), ("split words", "hat e "), ("hidden letters", "h**e "), ("spaces", " "),
    ("invisible", "\u{200B}"), ("Hangul", "각"), ("Han", "猫"), ("null", "\0"), ("last scalar", "\u{10FFFF}"),
  ].map { (name: $0.0, text: String(repeating: $0.1, count: size / $0.1.utf8.count)) }

  static let phraseSets: [[String]] = [
    ["hate", "kill", "idiot", "good", "free money", "lil", "猫"],
    (1...300).map { String(repeating: "a", count: $0) },
    (1...150).map { String(repeating: "a ", count: $0) },
    (1...100).map { String(repeating: "ab ", count: $0) }
      + (1...100).map { "b " + String(repeating: "ab ", count: $0) },
    (1...100).map { String(repeating: "its", count: $0) },
    (1...60).map { String(repeating: "\u{301}", count: $0) } + ["\u{FDFA}", "1", "11", "$$", "!"],
  ]

  /// Every text is searched for every set of phrases within the work that its length allows.
  @Test(.timeLimit(.minutes(5)), arguments: phraseSets.indices) func isSearchedInBoundedWork(set: Int) {
    let phrases = Self.phraseSets[set].map { Phrase($0, mode: .fuzzy) }
    let matcher = PhraseMatcher(phrases)
    for (name, text) in Self.texts {
      let matches = matcher.matches(in: text)
      #expect(matches.count == phrases.count, "\(name)")
      let spans = matches.compactMap { $0?.spans }
      #expect(spans.allSatisfy { isInOrder($0, within: text.utf8.count) }, "\(name)")
    }
  }

  /// The steps of a search are in proportion to the length of a text, whatever the text is.
  @Test(arguments: phraseSets.indices) func countsItsSteps(set: Int) {
    let phrases = Self.phraseSets[set].map { FuzzyPhrase($0) }
    let search = DisguiseSearch(phrases)
    for (name, text) in Self.texts {
      let glyphs = GlyphReader.glyphs(of: text)
      var verifier = Verifier(
        phrases: phrases, glyphs: glyphs, places: Array(repeating: PhrasePlaces(), count: phrases.count))
      search.search(glyphs, &verifier)
      let segments = (glyphs.count + Verifier.segment - 1) / Verifier.segment
      // A segment may be over its share by the one comparison that spends it.
      let longest = phrases.map(\.elements.count).max() ?? 0
      let comparison = (longest * 4 + 17) * (longest + 5)
      #expect(verifier.work <= segments * (32 * Verifier.segment + comparison), "\(name)")
    }
  }

  /// Ten thousand phrases are found in one text, each in its place.
  @Test func findsManyPhrases() {
    let words = (0..<10_000).map { "word\(String($0 * 7_919, radix: 26))" }
    let text = words.joined(separator: " ")
    let matches = PhraseMatcher(words.map { Phrase($0, mode: .exact) }).matches(in: text)
    #expect(zip(words, matches).allSatisfy { parts(text, $1?.spans ?? []) == [$0] })
  }

  private func isInOrder(_ spans: [Range<Int>], within length: Int) -> Bool {
    spans.count <= PhraseMatch.maximumSpans && spans.allSatisfy { !$0.isEmpty && $0.upperBound <= length }
      && zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
  }
}
