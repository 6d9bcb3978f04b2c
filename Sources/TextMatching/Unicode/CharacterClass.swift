/// What a character is to matching. The values are those of the generated table.
enum CharacterClass: UInt8, Sendable {
  /// Punctuation, symbols, emoji, and what Unicode does not assign.
  case other = 0
  /// White space.
  case space = 1
  /// A letter or digit of a script that writes spaces between words.
  case word = 2
  /// A letter of a script without spaces between words: each has a border on either side.
  case unspaced = 3
  /// An accent or an optional vowel sign.
  case optionalMark = 4
  /// A mark that a word cannot be read without, such as an Indic vowel sign.
  case requiredMark = 5
  /// Zero-width and control characters, soft hyphens, blanks.
  case invisible = 6
  /// A variation selector: chooses the looks of the character before it.
  case selector = 7
  /// A zero-width joiner or non-joiner.
  case joiner = 8

  /// Whether the character is part of the one before it, so that no border lies between.
  var isMark: Bool { self == .optionalMark || self == .requiredMark }
}
