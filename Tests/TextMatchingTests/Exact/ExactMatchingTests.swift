import Testing
import TextMatching

/// What `=("…")` finds and what it does not.
struct ExactMatchingTests {
  struct Case: CustomTestStringConvertible {
    var phrase: String
    var text: String
    /// The parts of the text that are found.
    var found: [String]

    init(_ phrase: String, _ text: String, _ found: [String]) {
      self.phrase = phrase
      self.text = text
      self.found = found
    }

    var testDescription: String { "\(phrase.debugDescription) in \(text.debugDescription)" }
  }

  static let cases: [Case] = [
    // Case
    Case("cat", "CAT!", ["CAT"]),
    Case("CAT", "a cat, a Cat", ["cat", "Cat"]),
    Case("straße", "Die STRASSE, die Straße", ["STRASSE", "Straße"]),
    Case("mas", "maß", []),
    Case("ΣΊΣΥΦΟΣ", "σίσυφος", ["σίσυφος"]),
    Case("ﬃ", "FFI", ["FFI"]),
    Case("ᾳ", "αι ᾼ", ["αι", "ᾼ"]),
    Case("\u{1E9E}", "ss", ["ss"]),
    // Canonical equivalence
    Case("café", "un CAFE\u{301} noir", ["CAFE\u{301}"]),
    Case("cafe", "café cafe\u{301}", []),
    Case("q\u{307}\u{323}", "q\u{323}\u{307}", ["q\u{323}\u{307}"]),
    Case("α\u{345}\u{301}", "ᾴ", ["ᾴ"]),
    Case("각", "\u{1100}\u{1161}\u{11A8}", ["\u{1100}\u{1161}\u{11A8}"]),
    Case("가", "각", []),
    Case("Å", "\u{212B}", ["\u{212B}"]),
    Case("ﬁ", "fi", ["fi"]),
    Case("cat", "ｃａｔ", []),
    // Word borders
    Case("cat", "concatenate", []),
    Case("cat", "cats, scat, cat5, 5cat", []),
    Case("cat", "cat's tom_cat_ \"cat\" (cat) cat—cat", ["cat", "cat", "cat", "cat", "cat", "cat"]),
    Case("cat", "cat\u{301}", []),
    Case("cat", "catе", []),
    Case("cat", "猫cat猫", ["cat"]),
    Case("cat", "cat", ["cat"]),
    Case("don't", "I DON'T", ["DON'T"]),
    // Phrases that begin or end in signs
    Case("c++", "I like C++ and c+++, not xc++", ["C++", "c++"]),
    Case("$$$", "make $$$now", ["$$$"]),
    Case("#tag", "x#tag #tags #TAG", ["#tag", "#TAG"]),
    Case("🍆", "a🍆🍆", ["🍆", "🍆"]),
    Case("❤", "I ❤\u{FE0F} you", ["❤\u{FE0F}"]),
    Case("...", "wait....", ["..."]),
    // Scripts without spaces between words
    Case("猫", "黒猫です", ["猫"]),
    Case("ねこ", "こねこが", ["ねこ"]),
    Case("か", "が か\u{3099}", []),
    Case("ネコ", "黒ネコだ", ["ネコ"]),
    Case("แมว", "ฉันรักแมวมาก", ["แมว"]),
    Case("ကြောင်", "နေကြောင်တယ်", ["ကြောင်"]),
    // White space
    Case("free money", "FREE\u{A0}\n  money", ["FREE\u{A0}\n  money"]),
    Case("  free \t money ", "so free money.", ["free money"]),
    Case("free money", "freemoney free-money", []),
    Case("free money", "free\u{3000}money", ["free\u{3000}money"]),
    // Invisible characters are looked through at borders and nowhere else
    Case("cat", "cat\u{200B} \u{200B}cat", ["cat", "cat"]),
    Case("cat", "cat\u{AD}s dog\u{200B}cat", []),
    Case("cat", "c\u{200B}at", []),
    Case("c\u{200B}at", "c\u{200B}at", ["c\u{200B}at"]),
    // Places that overlap
    Case("a a", "a a a a a", ["a a", "a a"]),
    Case("猫猫", "猫猫猫", ["猫猫"]),
    // Nothing to find
    Case("", "text", []),
    Case(" \n", "a  b", []),
    Case("cat", "", []),
    Case("\u{301}", "a\u{301}", []),
  ]

  /// Every case finds just the parts that it names, with the score 1.
  @Test(arguments: cases) func findsPlaces(_ each: Case) {
    let found = match(each.phrase, .exact, in: each.text)
    #expect(parts(each.text, found?.spans ?? []) == each.found)
    #expect(found?.score ?? 1 == 1)
  }

  /// A fuzzy phrase that stands word for word has the score 1.
  @Test(arguments: cases.filter { !$0.found.isEmpty }) func fuzzyHasScoreOne(_ each: Case) {
    #expect(match(each.phrase, .fuzzy, in: each.text)?.score == 1)
  }

  /// Many phrases at once are found as each of them alone.
  @Test func findsAllPhrasesAtOnce() {
    let phrases = Self.cases.map { Phrase($0.phrase, mode: .exact) }
    let text = Self.cases.map(\.text).joined(separator: " | ")
    let together = PhraseMatcher(phrases).matches(in: text)
    let alone = phrases.map { PhraseMatcher([$0]).matches(in: text)[0] }
    #expect(together == alone)
  }

  /// No more places than the limit are reported, and those are the first.
  @Test func reportsTheFirstPlaces() {
    let spans = match("cat", .exact, in: String(repeating: "cat ", count: 100))?.spans
    #expect(spans == (0..<PhraseMatch.maximumSpans).map { $0 * 4..<$0 * 4 + 3 })
  }

  /// A matcher without phrases answers with nothing.
  @Test func hasNoMatchesWithoutPhrases() {
    #expect(PhraseMatcher([]).matches(in: "cat").isEmpty)
  }
}
