import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct WordPieceTokenizerTests {
  /// Thousands of texts of all scripts come out as the reference tokenizer cuts them, and are counted as they are cut.
  @Test func agreesWithTheReference() throws {
    let tokenizer = try InstalledModels.tokenizer()
    let lines = try Fixture.lines(of: "tokenizer.txt")
    let differing = try lines.filter { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      let text = try JSONDecoder().decode(String.self, from: Data(columns[0].utf8))
      let pieces = columns[1].split(separator: " ").compactMap { Int32($0) }
      return tokenizer.tokenize(text).pieces != pieces || tokenizer.count(text) != pieces.count
    }
    #expect(differing == [] && lines.count == 3200)
  }

  /// A word knows where it stands in the text, before folding, and whether white space precedes it.
  @Test func wordsKnowTheirPlaces() throws {
    let text = "  Ünbelievably,\u{301} 日本 \u{200B}x"
    let tokenized = try InstalledModels.tokenizer().tokenize(text)
    let words = tokenized.words.map { word in
      "\(word.followsSpace ? "_" : "")\(String(decoding: Array(text.utf8)[word.place], as: UTF8.self))"
    }
    #expect(words == ["_Ünbelievably", ",", "_日", "本", "_x"])
    #expect(tokenized.words.map(\.pieces.count).reduce(0, +) == tokenized.pieces.count)
  }

  /// What a model reads stands between the special tokens, and is cut off at the limit with them still there.
  @Test(arguments: [(Int.max, [101, 6077, 1998, 8870, 102]), (4, [101, 6077, 1998, 102]), (2, [101, 102])])
  func encodesBetweenSpecialTokens(limit: Int, tokens: [Int32]) throws {
    #expect(try InstalledModels.tokenizer().encode("Dogs and CATS", limit: limit) == tokens)
  }

  /// A mebibyte without a space is one unknown word, and kept nowhere whole.
  @Test func endlessWordIsUnknown() throws {
    #expect(try InstalledModels.tokenizer().tokenize(String(repeating: "a", count: 1 << 20)).pieces == [100])
  }

  /// A file that is missing, is no description, or lacks pieces, is an error that names it.
  @Test(arguments: [
    nil, "[]", #"{"model": {"type": "BPE", "vocab": {"a": 0}}}"#, #"{"model": {"vocab": {"[CLS]": 0, "a": 2}}}"#,
    #"{"model": {"vocab": {"[CLS]": 0, "[SEP]": 1}}}"#,
  ])
  func refusesOtherFiles(contents: String?) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "tokenizer-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    if let contents { try Data(contents.utf8).write(to: file) }
    let error = #expect(throws: EmbeddedModelError.self) { try WordPieceTokenizer(file: file) }
    #expect(error?.code == .unusable && error?.message.contains(file.lastPathComponent) == true)
  }
}
