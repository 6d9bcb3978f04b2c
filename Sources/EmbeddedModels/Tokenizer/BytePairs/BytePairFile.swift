internal import Foundation

/// What is read of a `tokenizer.json` of byte pairs, as CLIP's is.
struct BytePairFile {
  /// The pieces and their numbers.
  let vocabulary: [String: Int32]
  /// Pieces that are joined where they stand side by side; the first are joined first.
  let merges: [(left: String, right: String)]

  private static let supported =
    "of byte pairs CLIP's kind is supported: NFC, lower case, its pattern of words, `</w>` at their ends"

  /// - Parameter file: where the data was read, for messages.
  init(_ data: Data, of file: URL) throws(EmbeddedModelError) {
    let contents: Contents
    do {
      contents = try JSONDecoder().decode(Contents.self, from: data)
    } catch {
      throw EmbeddedModelError(.unusable, "\(file.path) is not the description of a tokenizer of byte pairs")
    }
    if let flaw = contents.flaw {
      throw EmbeddedModelError(.unusable, "\(file.path) has another \(flaw); \(Self.supported)")
    }
    vocabulary = contents.model.vocabulary
    merges = contents.model.merges.map { ($0.left, $0.right) }
  }
}

extension BytePairFile {
  fileprivate struct Contents: Decodable {
    /// Of a normalizer or a pre-tokenizer; each kind has some of it.
    struct Step: Decodable {
      struct Pattern: Decodable {
        var expression: String?

        enum CodingKeys: String, CodingKey { case expression = "Regex" }
      }
      var type: String
      var pattern: Pattern?
      var content: String?
      var behavior: String?
      var inverts: Bool?
      var addsSpace: Bool?

      enum CodingKeys: String, CodingKey {
        case type, pattern, content, behavior
        case inverts = "invert"
        case addsSpace = "add_prefix_space"
      }
    }
    struct Normalizer: Decodable {
      var normalizers: [Step]?
    }
    struct PreTokenizer: Decodable {
      var steps: [Step]?

      enum CodingKeys: String, CodingKey { case steps = "pretokenizers" }
    }
    /// `"a b"`, or in later files `["a", "b"]`.
    struct Merge: Decodable {
      var left: String
      var right: String

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let parts: [String]
        if let line = try? container.decode(String.self) {
          parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        } else {
          parts = try container.decode([String].self)
        }
        guard parts.count == 2 else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a pair")
        }
        (left, right) = (parts[0], parts[1])
      }
    }
    struct Model: Decodable {
      var dropout: Double?
      var prefix: String?
      var suffix: String?
      var fallsBackToBytes: Bool?
      var ignoresMerges: Bool?
      var vocabulary: [String: Int32]
      var merges: [Merge]

      enum CodingKeys: String, CodingKey {
        case dropout, merges
        case prefix = "continuing_subword_prefix"
        case suffix = "end_of_word_suffix"
        case fallsBackToBytes = "byte_fallback"
        case ignoresMerges = "ignore_merges"
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
}

extension BytePairFile.Contents {
  private static let words = #"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"#
  /// Some files name the special tokens in the pattern too; a prompt never has those in it.
  private static let special = #"<\|startoftext\|>|<\|endoftext\|>|"#

  /// What of it `BytePairTokenizer` does not do; nil where it does all.
  fileprivate var flaw: String? {
    let normalizers = normalizer?.normalizers ?? []
    guard normalizers.map(\.type) == ["NFC", "Replace", "Lowercase"],
      normalizers[1].pattern?.expression == #"\s+"#, normalizers[1].content == " "
    else { return "`normalizer`" }
    let steps = preTokenizer?.steps ?? []
    guard steps.map(\.type) == ["Split", "ByteLevel"], let pattern = steps[0].pattern?.expression,
      [Self.words, Self.special + Self.words].contains(pattern), steps[0].behavior == "Removed",
      steps[0].inverts == true, steps[1].addsSpace == false
    else { return "`pre_tokenizer`" }
    if model.dropout ?? 0 != 0 { return "`dropout`" }
    if ![nil, ""].contains(model.prefix) { return "`continuing_subword_prefix`" }
    if model.suffix != BytePairTokenizer.wordEnd { return "`end_of_word_suffix`" }
    if model.fallsBackToBytes == true { return "`byte_fallback`" }
    if model.ignoresMerges == true { return "`ignore_merges`" }
    return nil
  }
}
