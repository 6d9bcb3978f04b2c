/// Encodes the phrases of policies, each once for as long as it is kept: versions of a policy share most of theirs.
struct PhraseEncoder: Sendable {
  private let tokenizer: WordPieceTokenizer
  private let pool: InferencePool
  private let kept = CostCache<String, Embedding>(capacity: 4096)

  /// So many go to the pool at once: a large policy's phrases do not fill its queue.
  private static let portion = 64

  init(tokenizer: WordPieceTokenizer, pool: InferencePool) {
    self.tokenizer = tokenizer
    self.pool = pool
  }

  /// - Throws: `EmbeddedModelError` or `CancellationError`.
  func encode(_ phrases: Set<String>) async throws -> [String: Embedding] {
    var encoded: [String: Embedding] = [:]
    var missing: [String] = []
    for phrase in phrases {
      if let embedding = kept[phrase] { encoded[phrase] = embedding } else { missing.append(phrase) }
    }
    for start in stride(from: 0, to: missing.count, by: Self.portion) {
      let part = missing[start..<min(start + Self.portion, missing.count)]
      let embeddings = try await pool.embed(
        part.map { tokenizer.encode($0, limit: InferencePool.maximumLength) })
      for (phrase, embedding) in zip(part, embeddings) {
        kept.insert(embedding, cost: 1, for: phrase)
        encoded[phrase] = embedding
      }
    }
    return encoded
  }
}
