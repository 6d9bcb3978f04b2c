import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct PromptTokenizerTests {
  private func tokenizer(_ contents: Data) throws -> PromptTokenizer {
    let file = FileManager.default.temporaryDirectory.appending(path: "tokenizer-\(UUID().uuidString).json")
    try contents.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try PromptTokenizer(file: file)
  }

  /// Both kinds are told apart by what their files say, and each does what its own tokenizer does.
  @Test func readsBothKinds() throws {
    let pieces = try tokenizer(Fixture.data(of: "classifier/tokenizer.json"))
    #expect(pieces.encode("the dog", limit: 9) == [2, 8, 20, 3])
    let pairs = try tokenizer(Fixture.data(of: "image-classifier/tokenizer.json")).encode("the dog", limit: 9)
    #expect(pairs.first == 642 && pairs.last == 643)
  }

  /// Any other kind is refused by its name, and what is no tokenizer as such.
  @Test(arguments: [
    (#"{"model": {"type": "Unigram", "vocab": [["a", 0.5]]}}"#, "`Unigram`"), ("[]", "not a tokenizer"),
    ("", "not a tokenizer"),
  ])
  func refusesOthers(text: String, reason: String) throws {
    let error = #expect(throws: EmbeddedModelError.self) { try tokenizer(Data(text.utf8)) }
    #expect(error?.code == .unusable && error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }
}
