/// A word of a text, as misspellings are looked for: letters, digits and symbols written for letters, in a row.
struct TextWord {
  /// All of it: in "$cam!" the dollar sign and the exclamation mark too.
  var outer: Range<Int>
  /// Without symbols at the ends: "cam".
  var inner: Range<Int>
  /// Which letters are in it.
  var signature: LetterSet
  /// Whether some character of it may hide any letter.
  var isMasked: Bool

  static func words(of glyphs: [Glyph]) -> [TextWord] {
    var words: [TextWord] = []
    var start: Int?
    for index in 0...glyphs.count {
      let isPart = index < glyphs.count && glyphs[index].isWordPart
      if isPart {
        start = start ?? index
      } else if let first = start {
        start = nil
        if let word = word(first..<index, glyphs) { words.append(word) }
      }
    }
    return words
  }

  /// Nil where no letter or digit is in it.
  private static func word(_ outer: Range<Int>, _ glyphs: [Glyph]) -> TextWord? {
    var inner = outer
    while let first = inner.first, glyphs[first].traits.contains(.skippable) { inner.removeFirst() }
    while let last = inner.last, glyphs[last].traits.contains(.skippable) { inner.removeLast() }
    if inner.isEmpty { return nil }
    return TextWord(
      outer: outer, inner: inner, signature: LetterSet(glyphs[inner]),
      isMasked: glyphs[outer].contains { $0.traits.contains(.mask) })
  }
}
