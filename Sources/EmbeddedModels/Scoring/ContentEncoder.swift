internal import SignalScoring

/// Encodes contents, each once for as long as it is kept, whichever policies are put to it.
struct ContentEncoder: Sendable {
  private let tokenizer: WordPieceTokenizer
  private let disguise: DisguiseReader
  private let language: LanguageKnowledge
  private let pool: InferencePool
  private let recipe: ScoringRecipe
  private let kept = CostCache<String, EncodedContent>(capacity: keptBytes)

  /// A content of a hundred words takes some 250 kB.
  private static let keptBytes = 32 << 20
  /// Of a longer text so many windows are read at most, spread over it, and fewer where they have more pieces: a
  /// mebibyte takes a second or two of the processor's time, not minutes.
  private static let maximumWindows = 64
  private static let piecesRead = 8192

  init(tokenizer: WordPieceTokenizer, pool: InferencePool, recipe: ScoringRecipe) {
    self.tokenizer = tokenizer
    disguise = DisguiseReader(tokenizer: tokenizer)
    language = LanguageKnowledge(tokenizer: tokenizer)
    self.pool = pool
    self.recipe = recipe
  }

  /// - Throws: `EmbeddedModelError` or `CancellationError`.
  func encode(_ content: TextContent) async throws -> EncodedContent {
    if let encoded = kept[content.hash] { return encoded }
    let text = tokenize(content.text)
    let windows = windows(of: text)
    let vectors = try await pool.encode(windows.map { sequence(of: $0, in: text) })
    let known = language.shares(of: windows, of: text, in: content.text)
    let encoded = EncodedContent(
      windows: zip(windows, known).map { EncodedContent.Window(place: $0.place, knowledge: $1) },
      vectors: WindowVectors(vectors))
    kept.insert(encoded, cost: encoded.cost, for: content.hash)
    return encoded
  }

  /// What the encoder is given of a text: a sequence for each window.
  func sequences(of text: String) -> [[Int32]] {
    let text = tokenize(text)
    return windows(of: text).map { sequence(of: $0, in: text) }
  }

  private func tokenize(_ text: String) -> TokenizedText {
    disguise.read(tokenizer.tokenize(text), of: text)
  }

  private func windows(of text: TokenizedText) -> [TextWindow] {
    let windows = TextWindows.cut(
      text, words: recipe.windowWords, step: recipe.stepWords,
      // A sequence's first and last tokens are not the text's.
      maximumPieces: recipe.maximumTokens - 2)
    let pieces = windows.reduce(0) { $0 + $1.pieces.count }
    let affordable = Self.piecesRead * windows.count / max(pieces, 1)
    return TextWindows.choose(of: windows.count, maximum: min(affordable, Self.maximumWindows)).map { windows[$0] }
  }

  private func sequence(of window: TextWindow, in text: TokenizedText) -> [Int32] {
    tokenizer.encode(text.pieces[window.pieces], limit: recipe.maximumTokens)
  }
}
