internal import Foundation

/// Cuts prompts into a text model's tokens, by a tokenizer of whichever kind its file describes.
enum PromptTokenizer: Sendable {
  case wordPiece(WordPieceTokenizer)
  case bytePair(BytePairTokenizer)

  /// - Parameter file: a `tokenizer.json`.
  init(file: URL) throws(EmbeddedModelError) {
    let data = try ModelFiles.contents(of: file)
    let kind: TokenizerKind
    do {
      kind = try TokenizerKind(of: data)
    } catch {
      throw EmbeddedModelError(.unusable, "\(file.path) is not a tokenizer's description")
    }
    switch kind {
    case .wordPiece: self = .wordPiece(try WordPieceTokenizer(data, of: file))
    case .bytePair: self = .bytePair(try BytePairTokenizer(data, of: file))
    case .other(let type):
      throw EmbeddedModelError(
        .unusable,
        "\(file.path) has a model of type `\(type)`; WordPiece of lower-case text and CLIP's byte pairs are supported")
    }
  }

  /// A prompt's tokens, special ones included, `limit` of them at most.
  func encode(_ text: String, limit: Int) -> [Int32] {
    switch self {
    case .wordPiece(let tokenizer): tokenizer.encode(text, limit: limit)
    case .bytePair(let tokenizer): tokenizer.encode(text, limit: limit)
    }
  }
}
