import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct DisguiseReaderTests {
  private func read(_ text: String) throws -> TokenizedText {
    let tokenizer = try InstalledModels.tokenizer()
    return DisguiseReader(tokenizer: tokenizer).read(tokenizer.tokenize(text), of: text)
  }

  /// A text in disguise has the pieces of what the Python reader makes of it, and one that is not has its own.
  @Test func agreesWithTheReference() throws {
    let tokenizer = try InstalledModels.tokenizer()
    let lines = try Fixture.lines(of: "disguise.jsonl")
    let differing = try lines.filter { line in
      let pair = try JSONDecoder().decode([String].self, from: Data(line.utf8))
      return try read(pair[0]).pieces != tokenizer.tokenize(pair[1]).pieces
    }
    #expect(differing == [])
    #expect(lines.count == 400)
  }

  /// A word stands where it is written, whatever it is read as, and words are parted where they are read to be.
  @Test(arguments: [
    ("so, tr4sh!", ["_so", ",", "_tr4sh", "!"]),
    ("I h a t e tr4ins", ["_I", "_h a t e", "_tr4ins"]),
    ("(s-c-u-m)", ["_(", "s-c-u-m", ")"]),
    ("plain words", ["_plain", "_words"]),
  ])
  func wordsKnowTheirPlaces(text: String, words: [String]) throws {
    let read = try read(text)
    #expect(
      read.words.map {
        "\($0.followsSpace ? "_" : "")\(String(decoding: Array(text.utf8)[$0.place], as: UTF8.self))"
      } == words)
    #expect(read.words.map(\.pieces).map(\.count).reduce(0, +) == read.pieces.count)
    #expect(zip(read.words, read.words.dropFirst()).allSatisfy { $0.pieces.upperBound == $1.pieces.lowerBound })
  }

  /// A mebibyte that never gets to be a word is read once through, and left as it is.
  @Test(arguments: ["z ", "$", "a4", "q-", "x!"])
  func endlessDisguiseIsLeftAsItIs(part: String) throws {
    let text = String(repeating: part, count: (1 << 20) / part.utf8.count)
    let tokenized = try InstalledModels.tokenizer().tokenize(text)
    #expect(try read(text).words.count == tokenized.words.count)
  }
}
