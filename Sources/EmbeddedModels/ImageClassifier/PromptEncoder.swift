/// Encodes the prompts of policies, each once for as long as it is kept: versions of a policy share most of theirs.
struct PromptEncoder: Sendable {
  let tokenizer: PromptTokenizer
  let maximumTokens: Int
  let pool: InferencePool
  private let kept = CostCache<String, [Float]>(capacity: keptBytes)

  /// So many go to the pool at once: a large policy's prompts do not fill its queue.
  private static let portion = 64
  /// A prompt's vector takes some 2 to 4 kB.
  private static let keptBytes = 8 << 20

  init(tokenizer: PromptTokenizer, maximumTokens: Int, pool: InferencePool) {
    self.tokenizer = tokenizer
    self.maximumTokens = maximumTokens
    self.pool = pool
  }

  /// A vector of unit length for each prompt.
  ///
  /// - Throws: `EmbeddedModelError` or `CancellationError`.
  func encode(_ prompts: [String]) async throws -> [[Float]] {
    var vectors = prompts.map { kept[$0] ?? [] }
    let missing = vectors.indices.filter { vectors[$0].isEmpty }
    for start in stride(from: 0, to: missing.count, by: Self.portion) {
      let part = missing[start..<min(start + Self.portion, missing.count)]
      let encoded = try await pool.read(part.map { tokenizer.encode(prompts[$0], limit: maximumTokens) })
      for (index, vector) in zip(part, encoded) {
        vectors[index] = vector
        let cost = prompts[index].utf8.count + vector.count * MemoryLayout<Float>.stride
        kept.insert(vector, cost: cost, for: prompts[index])
      }
    }
    return vectors
  }
}
