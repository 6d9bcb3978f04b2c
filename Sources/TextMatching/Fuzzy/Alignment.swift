/// How a stretch of a text comes to be a phrase: step by step, in the order of the text.
struct Alignment {
  enum Operation: UInt8 {
    case none
    /// The letter itself.
    case identical
    case ornate
    case lookAlike
    case leetDigit
    case leetSymbol
    /// A character that hides a letter.
    case mask
    /// A character between letters.
    case separator
    /// A letter written once more.
    case repetition
    /// A letter of a double one left out.
    case undoubling
    /// Another letter that looks or sounds like it.
    case similar
    /// Another letter.
    case substitution
    case insertion
    case deletion
    /// Two letters in each other's place.
    case transposition

    /// Whether the operation takes a character of the text for a letter of the phrase.
    var takesLetter: Bool {
      switch self {
      case .identical, .ornate, .lookAlike, .leetDigit, .leetSymbol, .mask, .similar, .substitution, .transposition:
        true
      case .none, .separator, .repetition, .undoubling, .insertion, .deletion:
        false
      }
    }
  }

  struct Step {
    var operation: Operation
    /// The character of the text; for a deletion, the one that follows.
    var glyph: Int
    /// The letter of the phrase; for what is not in the phrase, the one that follows.
    var element: Int
  }

  var steps: [Step]
  /// The first and last character.
  var glyphs: ClosedRange<Int>
}
