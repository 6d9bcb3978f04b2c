internal import Foundation

/// Cuts text into the pieces that CLIP's text models were trained on, as Hugging Face's `tokenizers` does for them:
/// compose, lower the case, take out words, and join the bytes of each, the pairs that are most worth it first.
///
/// As with `WordPieceTokenizer`, a text that spells `<|endoftext|>` gets the pieces of its letters, not the control token.
struct BytePairTokenizer: Sendable {
  private struct Pair: Hashable {
    var left: Int32
    var right: Int32
  }

  private struct Merge {
    /// The lowest goes first.
    var rank: Int
    var piece: Int32
  }

  /// Stands at the end of each piece that ends a word.
  static let wordEnd = "</w>"
  /// A word of more bytes is cut off there: what a word costs grows with the square of its length.
  private static let longestWord = 512

  /// The special tokens: before a text, and after it.
  private let begin: Int32
  private let end: Int32
  /// The piece of each byte within a word, and of each that ends one.
  private let inner: [Int32]
  private let last: [Int32]
  private let merges: [Pair: Merge]

  /// - Parameters:
  ///   - data: a `tokenizer.json`.
  ///   - file: where it was read, for messages.
  init(_ data: Data, of file: URL) throws(EmbeddedModelError) {
    let read = try BytePairFile(data, of: file)
    func id(_ piece: String) throws(EmbeddedModelError) -> Int32 {
      guard let id = read.vocabulary[piece], id >= 0 else {
        throw EmbeddedModelError(.unusable, "\(file.path) has no token `\(piece)`")
      }
      return id
    }
    begin = try id("<|startoftext|>")
    end = try id("<|endoftext|>")
    var (inner, last): ([Int32], [Int32]) = ([], [])
    for character in ByteAlphabet.characters {
      inner.append(try id(character))
      last.append(try id(character + Self.wordEnd))
    }
    (self.inner, self.last) = (inner, last)
    var merges: [Pair: Merge] = [:]
    merges.reserveCapacity(read.merges.count)
    for (rank, merge) in read.merges.enumerated() {
      let pair = Pair(left: try id(merge.left), right: try id(merge.right))
      merges[pair] = Merge(rank: rank, piece: try id(merge.left + merge.right))
    }
    self.merges = merges
  }

  /// What a model reads of a text: its pieces between the special tokens.
  ///
  /// - Parameter limit: the most tokens, special ones included; what comes after is left out.
  func encode(_ text: String, limit: Int = .max) -> [Int32] {
    let most = max(limit - 2, 0)
    var pieces: [Int32] = []
    for word in BytePairWords(text) {
      if pieces.count >= most { break }
      pieces += cut(word.prefix(Self.longestWord))
    }
    return [begin] + pieces.prefix(most) + [end]
  }

  private func cut(_ word: ArraySlice<UInt8>) -> [Int32] {
    var pieces = word.dropLast().map { inner[Int($0)] }
    if let byte = word.last { pieces.append(last[Int(byte)]) }
    while let best = bestPair(in: pieces) {
      var joined: [Int32] = []
      var place = 0
      while place < pieces.count {
        if place + 1 < pieces.count, Pair(left: pieces[place], right: pieces[place + 1]) == best.pair {
          joined.append(best.merge.piece)
          place += 2
        } else {
          joined.append(pieces[place])
          place += 1
        }
      }
      pieces = joined
    }
    return pieces
  }

  private func bestPair(in pieces: [Int32]) -> (pair: Pair, merge: Merge)? {
    var best: (pair: Pair, merge: Merge)?
    for (left, right) in zip(pieces, pieces.dropFirst()) {
      let pair = Pair(left: left, right: right)
      if let merge = merges[pair], merge.rank < best?.merge.rank ?? .max { best = (pair, merge) }
    }
    return best
  }
}
