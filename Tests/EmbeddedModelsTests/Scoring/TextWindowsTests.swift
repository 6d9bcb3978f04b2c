import Testing

@testable import EmbeddedModels

@Suite struct TextWindowsTests {
  private func cut(_ text: String, words: Int, step: Int, pieces: Int) throws -> [String] {
    let tokenized = try InstalledModels.tokenizer().tokenize(text)
    let windows = TextWindows.cut(tokenized, words: words, step: step, maximumPieces: pieces)
    #expect(windows.allSatisfy { !$0.words.isEmpty && $0.pieces.count <= max(pieces, 1) })
    #expect(windows.first?.words.lowerBound ?? 0 == 0 && windows.last?.words.upperBound ?? 0 == tokenized.words.count)
    return windows.map { String(decoding: Array(text.utf8)[$0.place], as: UTF8.self) }
  }

  /// Windows hold so many words and overlap, the last ends with the text; none holds more pieces than the model takes,
  /// even of a text without spaces.
  @Test(arguments: [
    ("a b c d e", 2, 2, 100, ["a b", "c d", "e"]), ("a b c d e f", 4, 2, 100, ["a b c d", "c d e f"]),
    ("a b c d e", 4, 2, 100, ["a b c d", "c d e"]), ("one, two! three", 2, 1, 100, ["one, two!", "two! three"]),
    ("a", 2, 1, 100, ["a"]), ("", 2, 1, 100, []), (" \n", 2, 1, 100, []),
    ("日本語文字", 3, 2, 3, ["日本語", "語文字"]), ("日本語", 1, 1, 2, ["日本", "語"]),
    ("a b.c.d e", 2, 2, 3, ["a b.", "c.d", "e"]),
  ])
  func cuts(text: String, words: Int, step: Int, pieces: Int, windows: [String]) throws {
    #expect(try cut(text, words: words, step: step, pieces: pieces) == windows)
  }

  /// Every window but the last is as full as it may be, and of a long text no word is in fewer than one.
  @Test(arguments: [1, 60, 89, 90, 91, 149, 150, 151, 500]) func overlapsByAThird(count: Int) throws {
    let text = (0..<count).map { _ in "dog" }.joined(separator: " ")
    let tokenized = try InstalledModels.tokenizer().tokenize(text)
    let windows = TextWindows.cut(tokenized, words: 90, step: 60, maximumPieces: 158)
    #expect(windows.count == max(1, (count - 90 + 59) / 60 + 1))
    #expect(windows.dropLast().allSatisfy { $0.words.count == 90 })
    #expect(zip(windows, windows.dropFirst()).allSatisfy { $1.words.lowerBound == $0.words.lowerBound + 60 })
    #expect(windows.last?.words.upperBound == count)
  }

  /// Of too many windows, some are chosen from start to end, none twice.
  @Test(arguments: [0, 1, 63, 64, 65, 66, 100, 129, 4_000]) func chooses(count: Int) {
    let chosen = TextWindows.choose(of: count, maximum: 64)
    #expect(chosen.count == min(count, 64) && chosen == Set(chosen).sorted())
    #expect(chosen.first == (count > 0 ? 0 : nil) && chosen.last == (count > 0 ? count - 1 : nil))
  }
}
