/// Encodes the phrases of policies, each once for as long as it is kept: versions of a policy share most of theirs.
struct PhraseEncoder: Sendable {
  private let tokenizer: WordPieceTokenizer
  private let pool: InferencePool
  private let maximumTokens: Int
  private let kept = CostCache<String, [Float]>(capacity: 4096)

  /// So many go to the pool at once: a large policy's phrases do not fill its queue.
  private static let portion = 64

  init(tokenizer: WordPieceTokenizer, pool: InferencePool, maximumTokens: Int) {
    self.tokenizer = tokenizer
    self.pool = pool
    self.maximumTokens = maximumTokens
  }

  /// A vector for each phrase: the mean of its tokens'.
  ///
  /// - Throws: `EmbeddedModelError` or `CancellationError`.
  func encode(_ phrases: [String]) async throws -> [[Float]] {
    var vectors = phrases.map { kept[$0] ?? [] }
    let missing = vectors.indices.filter { vectors[$0].isEmpty }
    for start in stride(from: 0, to: missing.count, by: Self.portion) {
      let part = missing[start..<min(start + Self.portion, missing.count)]
      let encoded = try await pool.encode(part.map { tokenizer.encode(phrases[$0], limit: maximumTokens) })
      for (index, tokens) in zip(part, encoded) {
        vectors[index] = tokens.mean()
        kept.insert(vectors[index], cost: 1, for: phrases[index])
      }
    }
    return vectors
  }
}
