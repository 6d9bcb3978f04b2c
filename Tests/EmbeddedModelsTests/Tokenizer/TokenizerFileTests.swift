import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct TokenizerFileTests {
  private func error(of contents: String) throws -> EmbeddedModelError? {
    let folder = try ClassifierFolder()
    try Data(contents.utf8).write(to: folder.files.tokenizer)
    return #expect(throws: EmbeddedModelError.self) { _ = try WordPieceTokenizer(file: folder.files.tokenizer) }
  }

  /// Tokenizers that cut otherwise are refused, with what is supported.
  @Test(
    arguments: [
      (#""type": "WordPiece""#, #""type": "BPE", "merges": ["a b"]"#, "another type"),
      (#""type": "WordPiece""#, #""type": "Unigram", "unk_id": 0"#, "another type"),
      (#""BertNormalizer""#, #""NFC""#, "`normalizer`"),
      (#""lowercase": true"#, #""lowercase": false"#, "`normalizer`"),
      (#""strip_accents": null"#, #""strip_accents": false"#, "`normalizer`"),
      (#""BertPreTokenizer""#, #""Whitespace""#, "`pre_tokenizer`"), ("\"##\"", "\"@@\"", "prefix"),
      (#""unk_token": "[UNK]""#, #""unk_token": "<unk>""#, "`unk_token`"),
    ] as [(String, String, String)])
  func refusesOtherKinds(part: String, other: String, reason: String) throws {
    let original = String(decoding: try Fixture.data(of: "classifier/tokenizer.json"), as: UTF8.self)
    #expect(original.contains(part))
    let message = try error(of: original.replacing(part, with: other))?.message ?? ""
    #expect(message.contains(reason) && message.contains("WordPiece tokenizer of lower-case text"), "\(message)")
  }

  /// A vocabulary in the form of another type is told by its type.
  @Test func namesTheTypeFirst() throws {
    let message = try error(of: #"{"model": {"type": "Unigram", "vocab": [["<pad>", 0.0]]}}"#)?.message
    #expect(message?.contains("another type") == true)
  }

  /// Broken files, and vocabularies that cannot be, are refused.
  @Test(
    arguments: [
      ("", "description"), (#"{"model": {"vocab": {"[CLS]": 4294967296}}}"#, "description"),
      (#"{"model": {"vocab": 1}}"#, "description"),
    ] as [(String, String)])
  func refusesBrokenFiles(contents: String, reason: String) throws {
    #expect(try error(of: contents)?.message.contains(reason) == true)
  }

  /// A vocabulary has all numbers up to its size, and the special tokens.
  @Test(arguments: [(#""[SEP]": 3"#, #""[SEP]": 300"#, "holes"), (#""[SEP]""#, #""[END]""#, "has no token `[SEP]`")])
  func refusesOtherVocabularies(part: String, other: String, reason: String) throws {
    let original = String(decoding: try Fixture.data(of: "classifier/tokenizer.json"), as: UTF8.self)
    #expect(try error(of: original.replacing(part, with: other))?.message.contains(reason) == true)
  }
}
