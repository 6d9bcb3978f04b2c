internal import Foundation

/// What kind of tokenizer a `tokenizer.json` describes.
enum TokenizerKind: Sendable, Equatable {
  case wordPiece
  case bytePair
  /// As the file names it.
  case other(String)

  /// What can be read of any tokenizer: a vocabulary of another type has another form.
  private struct Contents: Decodable {
    struct Model: Decodable {
      var type: String?
    }
    var model: Model
  }

  init(of data: Data) throws {
    switch try JSONDecoder().decode(Contents.self, from: data).model.type {
    // Files of earlier days do not say.
    case nil, "WordPiece": self = .wordPiece
    case "BPE": self = .bytePair
    case let type?: self = .other(type)
    }
  }
}
