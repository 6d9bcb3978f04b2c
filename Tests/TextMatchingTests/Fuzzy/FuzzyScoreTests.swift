import Testing
import TextMatching

/// What `~("…")` finds, and how near it says that is.
struct FuzzyScoreTests {
  struct Case: CustomTestStringConvertible {
    var phrase: String
    var text: String
    /// The score; 0 where the phrase is not found.
    var score: Double

    init(_ phrase: String, _ text: String, _ score: Double) {
      self.phrase = phrase
      self.text = text
      self.score = score
    }

    var testDescription: String { "\(phrase.debugDescription) in \(text.debugDescription)" }
  }

  /// The same in form: case, width and face do not matter.
  static let identical: [Case] = [
    Case("hate", "I HATE you", 1),
    Case("hate", "ｈａｔｅ", 1),
    Case("hate", "𝐡𝐚𝐭𝐞", 1),
    Case("free money", "Free,\nmoney!", 1),
    Case("at&t", "AT&T", 1),
    Case("c++", "C++!", 1),
    Case("1488", "it is 1488", 1),
    Case("🍆", "buy 🍆 now", 1),
    Case("hate", "我hate你", 1),
    Case("hate", "_hate_ hate's", 1),
  ]

  static let disguised: [Case] = [
    // Digits and symbols
    Case("hate", "h4t3", 0.9),
    Case("hate", "h@te", 0.9),
    Case("kill", "k!ll", 0.9),
    Case("kill", "ki11", 0.9),
    Case("kill", "k1l1", 0.9),
    Case("scam", "$cam!", 0.9),
    Case("ass", "a$$", 0.8),
    Case("ass", "a55", 0.45),
    Case("ass", "455", 0.4),
    Case("idiot", "1d10t", 0.8),
    Case("bitch", "8itch", 0.9),
    // Look-alikes
    Case("hate", "hаte", 0.95),
    Case("kill", "kiII", 0.95),
    Case("fall", "FAIL", 0.4),
    Case("hate", "НАТЕ", 0.65),
    Case("hate", "вот НАТЕ щи", 0.35),
    Case("сор", "a good cop here", 0.35),
    Case("сор", "это cop там", 0.65),
    Case("hate", "🇭🇦🇹🇪", 0.95),
    Case("hate", "ⓗⓐⓣⓔ", 0.95),
    Case("hate", "ʜᴀᴛᴇ", 0.95),
    // Accents and invisible characters
    Case("hate", "hàtë", 0.95),
    Case("café", "cafe", 0.95),
    Case("hate", "h\u{336}a\u{336}t\u{336}e\u{336}", 0.95),
    Case("hate", "h\u{200B}a\u{AD}t\u{2060}e", 0.95),
    Case("hate", "ha\u{202E}te", 0.95),
    // Repeats
    Case("hate", "haaaate", 0.95),
    Case("hate", "hhhaaatttteee", 0.95),
    Case("hate", "haate", 0.65),
    Case("idiot", "idiott", 0.75),
    Case("good", "goooood", 0.95),
    Case("god", "goood", 0.95),
    Case("good", "god", 0.45),
    Case("god", "good", 0.4),
    // Letters apart
    Case("hate", "h a t e", 0.9),
    Case("hate", "h.a.t.e.", 0.9),
    Case("hate", "h - a - t - e", 0.9),
    Case("hate", "h\na\nt\ne", 0.9),
    Case("hate", "(h)(a)(t)(e)", 0.9),
    Case("hate", "h🙂a🙂t🙂e", 0.9),
    Case("kill", "k i l l", 0.9),
    Case("共产党", "共*产*党 万岁", 0.9),
    Case("hate", "ha-te", 0.6),
    Case("hate", "ha te", 0.4),
    Case("hell", "he'll", 0.4),
    Case("therapist", "the rapist", 0.4),
    // Words together
    Case("free money", "freemoney", 0.9),
    Case("free money", "free_money", 0.95),
    Case("free money", "f r e e  m o n e y", 0.9),
    Case("don't", "dont", 0.9),
    // Hidden letters
    Case("fuck", "f*ck", 0.8),
    Case("fuck", "f**k", 0.6),
    Case("sex", "s*x", 0.8),
    // Several at once
    Case("hate", "h 4 t 3", 0.8),
    Case("free money", "fr33 m0ney", 0.9),
  ]

  static let misspelt: [Case] = [
    Case("hate", "htae", 0.65),
    Case("idiot", "idoit", 0.65),
    Case("bitch", "btch", 0.6),
    Case("scam", "skam", 0.6),
    Case("idiot", "idiots", 0.6),
    Case("idiot", "ldiot", 0.6),
    Case("terrorist", "terorist", 0.65),
    Case("terrorist", "terorrist", 0.65),
    Case("terrorist", "terroxist", 0.6),
    Case("free money", "fre money", 0.65),
    Case("kill yourself", "kill youself", 0.6),
    // Other words
    Case("hate", "late", 0.4),
    Case("hate", "have", 0.4),
    Case("hate", "hat", 0.45),
    Case("hate", "haste", 0.45),
    Case("bitch", "birch", 0.4),
    Case("nazi", "nasi", 0.4),
    Case("terrorist", "terrorism", 0.4),
    Case("terrorist", "tourist", 0),
    Case("free money", "free honey", 0.4),
    Case("hate", "heat", 0),
  ]

  static let unfound: [Case] = [
    Case("hate", "whatever chateau", 0),
    Case("ass", "class assess cl@ss", 0),
    Case("sex", "essex sexy", 0),
    Case("hate", "h8", 0),
    Case("free money", "free Monday", 0),
    Case("hate", "what e-mail", 0),
    Case("", "text", 0),
    Case("!!!", "!!", 0),
  ]

  /// Every case has the score that the formula gives.
  @Test(arguments: identical + disguised + misspelt + unfound) func hasScore(_ each: Case) {
    #expect(match(each.phrase, .fuzzy, in: each.text)?.score ?? 0 == each.score)
  }

  /// All phrases together have the scores that each has alone.
  @Test func scoresAllPhrasesAtOnce() {
    let cases = Self.identical + Self.disguised + Self.misspelt
    let phrases = Set(cases.map(\.phrase)).sorted().map { Phrase($0, mode: .fuzzy) }
    let matcher = PhraseMatcher(phrases)
    for each in cases {
      let together = matcher.matches(in: each.text)
      let alone = phrases.map { PhraseMatcher([$0]).matches(in: each.text)[0] }
      #expect(together == alone, "\(each.text)")
    }
  }

  /// Places that are the phrase push out those that only resemble it, and the nearest gives the score.
  @Test func prefersNearPlaces() {
    let text = "late late h4te late hate"
    let found = match("hate", .fuzzy, in: text)
    #expect(parts(text, found?.spans ?? []) == ["h4te", "hate"])
    #expect(found?.score == 1)
  }

  /// A disguise is found however many look at first like the phrase.
  @Test func findsWhatComesLate() {
    let text = String(repeating: "late hat e ", count: 2_000) + "h4te"
    let found = match("hate", .fuzzy, in: text)
    #expect(found?.score == 0.9)
    #expect(parts(text, found?.spans ?? []) == ["h4te"])
  }
}
