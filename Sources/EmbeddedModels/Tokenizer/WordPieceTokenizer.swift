package import Foundation

/// Cuts text into the pieces that a BERT model of lower-case English was trained on, as Hugging Face's `tokenizers`
/// does for all-MiniLM-L6-v2: clean, set Chinese characters apart, strip accents, lower the case, split at white space
/// and punctuation, and cut each word into the longest known pieces from its start.
///
/// One thing is left out on purpose: a text that spells `[SEP]` gets the pieces of its letters, not the control token,
/// for a content is data.
package struct WordPieceTokenizer: Sendable {
  /// The special tokens: before a text, after it, and in place of a word that has no pieces.
  private let begin: Int32
  let end: Int32
  let unknown: Int32

  private let trie: PieceTrie
  private let folding: CharacterFolding

  /// A word of more scalars is unknown as a whole.
  private static let maximumWordLength = 100

  /// - Parameter file: a `tokenizer.json`.
  package init(file: URL) throws(EmbeddedModelError) {
    try self.init(vocabulary: TokenizerFile(file).vocabulary, of: file)
  }

  /// - Parameters:
  ///   - data: a `tokenizer.json` of the kind `wordPiece`.
  ///   - file: where it was read, for messages.
  init(_ data: Data, of file: URL) throws(EmbeddedModelError) {
    try self.init(vocabulary: TokenizerFile(data, of: file).vocabulary, of: file)
  }

  private init(vocabulary: [String: Int32], of file: URL) throws(EmbeddedModelError) {
    func id(_ token: String) throws(EmbeddedModelError) -> Int32 {
      guard let id = vocabulary[token] else {
        throw EmbeddedModelError(.unusable, "\(file.path) has no token `\(token)`")
      }
      return id
    }
    begin = try id("[CLS]")
    end = try id("[SEP]")
    unknown = try id("[UNK]")
    trie = PieceTrie(vocabulary)
    folding = CharacterFolding()
  }

  /// How many pieces a text has, without the special tokens around it.
  package func count(_ text: String) -> Int {
    var counter = PieceCounter()
    scan(text, into: &counter)
    return counter.count
  }

  /// A text's pieces, and the words that they make up.
  package func tokenize(_ text: String) -> TokenizedText {
    var tokenized = TokenizedText()
    scan(text, into: &tokenized)
    return tokenized
  }

  /// What a model reads of a text: its pieces between the special tokens.
  ///
  /// - Parameter limit: the most tokens, special ones included; what comes after is left out.
  package func encode(_ text: String, limit: Int = .max) -> [Int32] {
    encode(tokenize(text).pieces[...], limit: limit)
  }

  package func encode(_ pieces: ArraySlice<Int32>, limit: Int = .max) -> [Int32] {
    [begin] + pieces.prefix(max(limit - 2, 0)) + [end]
  }

  /// What a model of pairs reads: a text, then another, each ended by the special token. No text has that in it.
  func encode(_ pieces: ArraySlice<Int32>, with others: [Int32]) -> [Int32] {
    [begin] + pieces + [end] + others + [end]
  }

  /// The pieces of one word, in small letters of ASCII.
  func pieces(of word: [UInt8]) -> [Int32] {
    var pieces: [Int32] = []
    return trie.cut(word, into: { pieces.append($0) }) ? pieces : [unknown]
  }

  /// Whether a word in small letters of ASCII is one piece.
  func isPiece(_ word: [UInt8]) -> Bool {
    let pieces = pieces(of: word)
    return pieces.count == 1 && pieces != [unknown]
  }

  private func scan(_ text: String, into sink: inout some PieceSink) {
    var text = text
    text.withUTF8 { bytes in
      var word = PendingWord()
      var offset = 0
      while offset < bytes.count {
        let (scalar, width) = UTF8Scalar.decode(bytes, at: offset)
        let place = offset..<offset + width
        offset += width
        let folded = folding[scalar]
        switch folded.kind {
        case .dropped:
          break
        case .space:
          finish(&word, into: &sink)
          sink.addSpace()
        case .letters:
          folding.withBytes(of: folded, or: bytes, place) { word.append($0, from: place) }
        case .isolated:
          finish(&word, into: &sink)
          folding.withBytes(of: folded, or: bytes, place) { word.append($0, from: place) }
          finish(&word, into: &sink)
        }
      }
      finish(&word, into: &sink)
    }
  }

  private func finish(_ word: inout PendingWord, into sink: inout some PieceSink) {
    guard word.length > 0 else { return }
    if word.length > Self.maximumWordLength || !trie.cut(word.bytes, into: { sink.add($0) }) {
      sink.add(unknown)
    }
    sink.endWord(at: word.place)
    word.clear()
  }
}
