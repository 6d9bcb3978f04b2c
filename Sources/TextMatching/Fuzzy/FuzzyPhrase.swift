/// A phrase as fuzzy matching looks for it.
struct FuzzyPhrase: Sendable {
  struct Element: Sendable {
    /// The character in folded form.
    var literal: UInt32
    /// The letter it is read as.
    var letter: UInt32
    /// Whether nothing else will do for it: digits and symbols of a phrase stand for themselves.
    var isLiteral: Bool
    var hasAccent: Bool
    /// The word of the phrase that it is in.
    var word: Int

    var isVowel: Bool {
      switch literal {
      case 0x61, 0x65, 0x69, 0x6F, 0x75: true
      default: false
      }
    }
  }

  /// The letters, without what stands between the words.
  private(set) var elements: [Element] = []
  /// The places in `elements` of each word.
  private(set) var words: [Range<Int>] = []
  /// The longest run of one letter.
  private(set) var longestRun = 0

  init(_ text: String) {
    let glyphs = GlyphReader.glyphs(of: text)
    let isSeparator = glyphs.map { Self.isSeparator($0) }
    let first = glyphs.indices.first { !isSeparator[$0] && !Self.isEdgePunctuation(glyphs[$0]) } ?? glyphs.endIndex
    let last = glyphs.indices.last { !isSeparator[$0] && !Self.isEdgePunctuation(glyphs[$0]) } ?? first
    var beginsWord = true
    for index in glyphs.indices where index >= first && index <= last {
      if isSeparator[index] {
        beginsWord = true
        continue
      }
      let glyph = glyphs[index]
      for _ in 0..<glyph.count {
        if beginsWord { words.append(elements.count..<elements.count) }
        beginsWord = false
        elements.append(
          Element(
            literal: glyph.literal, letter: glyph.letter,
            isLiteral: !glyph.traits.isDisjoint(with: [.skippable, .digit]), hasAccent: glyph.traits.contains(.accent),
            word: words.count - 1))
        words[words.count - 1] = words[words.count - 1].lowerBound..<elements.count
      }
    }
    var run = 0
    for index in elements.indices {
      run = index > 0 && elements[index].letter == elements[index - 1].letter ? run + 1 : 1
      longestRun = max(longestRun, run)
    }
  }

  /// Longer phrases are looked for as they are: the work on one stretch of text grows with the square of the length.
  private static let maximumLetters = 512

  /// Whether there is a letter to disguise, and not too many; otherwise a phrase is looked for as it is.
  var canBeDisguised: Bool {
    elements.count <= Self.maximumLetters && elements.contains { !$0.isLiteral }
  }

  /// The letters of the whole, each run once.
  var skeleton: [UInt32] { Self.skeleton(elements.lazy.map(\.letter)) }

  /// The letters of one word, each run once.
  func skeleton(ofWord word: Int) -> [UInt32] { Self.skeleton(elements[words[word]].lazy.map(\.letter)) }

  /// How many letters of a word of this length may be wrong.
  static func allowedEdits(length: Int) -> Int {
    length <= 3 ? 0 : length <= 7 ? 1 : 2
  }

  private static func skeleton(_ letters: some Sequence<UInt32>) -> [UInt32] {
    var result: [UInt32] = []
    for letter in letters where letter != result.last { result.append(letter) }
    return result
  }

  /// White space, and the punctuation that is written for no letter.
  private static func isSeparator(_ glyph: Glyph) -> Bool {
    if glyph.letter == 0 { return true }
    guard glyph.traits.contains(.skippable), glyph.disguise == .none, glyph.second == 0 else { return false }
    switch glyph.literal {
    case 0..<0x80, 0x2010...0x205E, 0x3000...0x303F: return true
    default: return false
    }
  }

  /// What is punctuation at the ends of a phrase, though within a word it may be written for a letter.
  private static func isEdgePunctuation(_ glyph: Glyph) -> Bool {
    switch glyph.literal {
    case 0x21, 0xA1, 0x7C, 0xA6, 0x28, 0x3C, 0x5B, 0x7B: true
    default: false
    }
  }
}
