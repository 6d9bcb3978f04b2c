import Testing

@testable import EmbeddedModels

@Suite struct TextWindowsTests {
  /// Windows hold so many words, the last the rest, and no more pieces than the model takes, even without spaces.
  @Test(arguments: [
    ("a b c d e", 2, 100, ["a b", "c d", "e"]), ("one, two! three", 2, 100, ["one, two!", "three"]),
    ("a", 2, 100, ["a"]), ("", 2, 100, []), ("日本語", 2, 2, ["日本", "語"]), ("a b.c.d e", 2, 3, ["a b.", "c.d", "e"]),
  ])
  func cuts(text: String, words: Int, pieces: Int, windows: [String]) throws {
    let tokenized = try InstalledModels.tokenizer().tokenize(text)
    let cut = TextWindows.cut(tokenized, words: words, maximumPieces: pieces)
    #expect(cut.map { String(decoding: Array(text.utf8)[$0.place], as: UTF8.self) } == windows)
    #expect(cut.reduce(0) { $0 + $1.pieces.count } == tokenized.pieces.count)
  }

  /// Of too many windows, pairs of neighbours are chosen from start to end, none twice.
  @Test(arguments: [0, 1, 63, 64, 65, 66, 100, 129, 4_000]) func chooses(count: Int) {
    let chosen = TextWindows.choose(of: count, maximum: 64)
    #expect(chosen.count == min(count, 64) && chosen == Set(chosen).sorted())
    #expect(chosen.first == (count > 0 ? 0 : nil) && chosen.last == (count > 0 ? count - 1 : nil))
  }
}
