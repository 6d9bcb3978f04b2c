/// One character of a text as fuzzy matching sees it, with those like it that follow.
struct Glyph {
  struct Traits: OptionSet {
    var rawValue: UInt16

    /// Not a letter or digit: the character may stand between the letters of a word.
    static let skippable = Traits(rawValue: 1 << 0)
    static let space = Traits(rawValue: 1 << 1)
    static let apostrophe = Traits(rawValue: 1 << 2)
    static let digit = Traits(rawValue: 1 << 3)
    /// A letter of a script without spaces between words.
    static let unspaced = Traits(rawValue: 1 << 4)
    /// A word may begin here.
    static let startBorder = Traits(rawValue: 1 << 5)
    /// A word may end here.
    static let endBorder = Traits(rawValue: 1 << 6)
    /// An invisible character stands before it.
    static let afterInvisible = Traits(rawValue: 1 << 7)
    static let accent = Traits(rawValue: 1 << 8)
    /// It may hide any letter.
    static let mask = Traits(rawValue: 1 << 9)
    /// A small Latin letter, as written.
    static let lowercase = Traits(rawValue: 1 << 10)
    /// A capital I where it may be read as a small L.
    static let capitalI = Traits(rawValue: 1 << 11)
    /// It can be part of a word: a letter or digit, or a symbol written for one.
    static let wordPart = Traits(rawValue: 1 << 12)
  }

  /// How a character comes to stand for a letter.
  enum Disguise: UInt8 {
    case none
    /// A Latin letter in a circle, as a small capital, or the like.
    case ornate
    /// A letter of another alphabet, or another sign that looks like the letter.
    case lookAlike
    case leetDigit
    case leetSymbol
  }

  /// So often in a row a letter is drawn out, not only doubled.
  static let drawnOut = 3

  /// The character in folded form.
  var literal: UInt32
  /// The letter it is read as; 0 where it can only stand between letters.
  var letter: UInt32
  /// Another letter it may be read as; 0 without one.
  var second: UInt32 = 0
  var disguise = Disguise.none
  var secondDisguise = Disguise.none
  var traits: Traits
  /// How often the character stands in a row.
  var count: UInt16 = 1
  /// Where the run begins and ends in the text, in UTF-8.
  var start: UInt32
  var end: UInt32

  var isWordPart: Bool { traits.contains(.wordPart) }

  /// Works out `wordPart`, once the rest is known.
  mutating func settleWordPart() {
    let isApart = !traits.isDisjoint(with: [.space, .unspaced])
    let isLetter = !traits.contains(.skippable) || traits.contains(.mask)
    if !isApart, isLetter || disguise == .leetSymbol || secondDisguise == .leetSymbol { traits.insert(.wordPart) }
  }

  /// Whether another character of a text is the same in every way, so that the two make a run.
  func isSame(as other: Glyph) -> Bool {
    literal == other.literal && letter == other.letter && second == other.second && disguise == other.disguise
  }
}
