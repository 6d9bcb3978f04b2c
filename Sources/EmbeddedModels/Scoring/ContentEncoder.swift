internal import SignalScoring

/// Encodes contents, each once for as long as it is kept, whichever policies are put to it.
struct ContentEncoder: Sendable {
  private let tokenizer: WordPieceTokenizer
  private let prior: ProfanityPrior
  private let pool: InferencePool
  private let windowWords: Int
  private let kept = CostCache<String, EncodedContent>(capacity: keptBytes)

  private static let keptBytes = 32 << 20
  /// Of a longer text so many windows are read at most, spread over it, and fewer where they have more pieces: a
  /// mebibyte takes a second or two of the processor's time, not minutes.
  private static let maximumWindows = 64
  private static let piecesRead = 8192
  // A sequence's first and last tokens are not the text's.
  private static let maximumPieces = InferencePool.maximumLength - 2

  init(tokenizer: WordPieceTokenizer, prior: ProfanityPrior, pool: InferencePool, windowWords: Int) {
    self.tokenizer = tokenizer
    self.prior = prior
    self.pool = pool
    self.windowWords = windowWords
  }

  /// - Throws: `EmbeddedModelError` or `CancellationError`.
  func encode(_ content: TextContent) async throws -> EncodedContent {
    if let encoded = kept[content.hash] { return encoded }
    let text = tokenizer.tokenize(content.text)
    let windows = TextWindows.cut(text, words: windowWords, maximumPieces: Self.maximumPieces)
    let affordable = Self.piecesRead * windows.count / max(text.pieces.count, 1)
    let chosen = TextWindows.choose(of: windows.count, maximum: min(affordable, Self.maximumWindows))
    let embeddings = try await pool.embed(chosen.map { tokenizer.encode(text.pieces[windows[$0].pieces]) })
    let encoded = EncodedContent(
      windows: zip(chosen, embeddings).map { number, embedding in
        (number, EncodedContent.Window(place: windows[number].place, embedding: embedding))
      },
      profanity: prior.logit(of: content.text))
    kept.insert(encoded, cost: encoded.cost, for: content.hash)
    return encoded
  }
}
