internal import Foundation

/// What is read of a `tokenizer.json`.
struct TokenizerFile {
  /// The pieces and their numbers, which are dense.
  let vocabulary: [String: Int32]

  private struct Contents: Decodable {
    struct Model: Decodable {
      var type: String?
      var vocab: [String: Int32]
    }
    var model: Model
  }

  init(_ file: URL) throws(EmbeddedModelError) {
    let contents: Contents
    do {
      contents = try JSONDecoder().decode(Contents.self, from: Data(contentsOf: file))
    } catch {
      throw EmbeddedModelError(.unusable, "\(file.path) is not a tokenizer's description")
    }
    guard contents.model.type == nil || contents.model.type == "WordPiece" else {
      throw EmbeddedModelError(.unusable, "\(file.path) does not describe a WordPiece tokenizer")
    }
    vocabulary = contents.model.vocab
    // Two pieces that Unicode holds for the same would have become one, and left a hole.
    guard !vocabulary.isEmpty, Set(vocabulary.values) == Set(0..<Int32(vocabulary.count)) else {
      throw EmbeddedModelError(.unusable, "\(file.path) has a vocabulary with holes")
    }
  }
}
