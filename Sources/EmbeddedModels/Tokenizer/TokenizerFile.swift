internal import Foundation

/// What is read of a `tokenizer.json`.
struct TokenizerFile {
  /// The pieces and their numbers, which are dense.
  let vocabulary: [String: Int32]

  fileprivate struct Contents: Decodable {
    struct Normalizer: Decodable {
      var type: String
      var cleansText: Bool?
      var partsChinese: Bool?
      var stripsAccents: Bool?
      var lowersCase: Bool?

      enum CodingKeys: String, CodingKey {
        case type
        case cleansText = "clean_text"
        case partsChinese = "handle_chinese_chars"
        case stripsAccents = "strip_accents"
        case lowersCase = "lowercase"
      }
    }
    struct PreTokenizer: Decodable {
      var type: String
    }
    struct Model: Decodable {
      var unknown: String?
      var continuation: String?
      var maximumWordLength: Int?
      var vocabulary: [String: Int32]

      enum CodingKeys: String, CodingKey {
        case unknown = "unk_token"
        case continuation = "continuing_subword_prefix"
        case maximumWordLength = "max_input_chars_per_word"
        case vocabulary = "vocab"
      }
    }
    var normalizer: Normalizer?
    var preTokenizer: PreTokenizer?
    var model: Model

    enum CodingKeys: String, CodingKey {
      case normalizer, model
      case preTokenizer = "pre_tokenizer"
    }
  }

  private static let supported = "a WordPiece tokenizer of lower-case text with a BertNormalizer is what is supported"

  init(_ file: URL) throws(EmbeddedModelError) {
    let data = try ModelFiles.contents(of: file)
    let kind: TokenizerKind
    do {
      kind = try TokenizerKind(of: data)
    } catch {
      throw EmbeddedModelError(.unusable, "\(file.path) is not a tokenizer's description")
    }
    guard kind == .wordPiece else {
      throw EmbeddedModelError(.unusable, "\(file.path) has a model of another type; \(Self.supported)")
    }
    try self.init(data, of: file)
  }

  /// - Parameters:
  ///   - data: a description of the kind `wordPiece`.
  ///   - file: where it was read, for messages.
  init(_ data: Data, of file: URL) throws(EmbeddedModelError) {
    let contents: Contents
    do {
      contents = try JSONDecoder().decode(Contents.self, from: data)
    } catch {
      throw EmbeddedModelError(.unusable, "\(file.path) is not a tokenizer's description")
    }
    if let flaw = contents.flaw {
      throw EmbeddedModelError(.unusable, "\(file.path) has another \(flaw); \(Self.supported)")
    }
    vocabulary = contents.model.vocabulary
    // Two pieces that Unicode holds for the same would have become one, and left a hole.
    guard !vocabulary.isEmpty, Set(vocabulary.values) == Set(0..<Int32(vocabulary.count)) else {
      throw EmbeddedModelError(.unusable, "\(file.path) has a vocabulary with holes")
    }
  }
}

extension TokenizerFile.Contents {
  /// What of it `WordPieceTokenizer` does not do; nil where it does all.
  fileprivate var flaw: String? {
    guard normalizer?.type == "BertNormalizer", normalizer?.lowersCase == true, normalizer?.cleansText != false,
      normalizer?.partsChinese != false, normalizer?.stripsAccents != false
    else { return "`normalizer`" }
    if preTokenizer?.type != "BertPreTokenizer" { return "`pre_tokenizer`" }
    if ![nil, "[UNK]"].contains(model.unknown) { return "`unk_token`" }
    if ![nil, "##"].contains(model.continuation) { return "`continuing_subword_prefix`" }
    if ![nil, 100].contains(model.maximumWordLength) { return "`max_input_chars_per_word`" }
    return nil
  }
}
