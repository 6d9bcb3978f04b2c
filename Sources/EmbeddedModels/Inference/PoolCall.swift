/// A caller that awaits its sequences, and what there is of its answer.
struct PoolCall: Sendable {
  let sequences: [[Int32]]
  let continuation: CheckedContinuation<[Embedding], any Error>
  private var embeddings: [Embedding?]
  private var left: Int

  init(_ sequences: [[Int32]], _ continuation: CheckedContinuation<[Embedding], any Error>) {
    self.sequences = sequences
    self.continuation = continuation
    embeddings = Array(repeating: nil, count: sequences.count)
    left = sequences.count
  }

  /// - Returns: the whole answer, once there is one.
  mutating func record(_ embedding: Embedding, at index: Int) -> [Embedding]? {
    if embeddings[index] == nil { left -= 1 }
    embeddings[index] = embedding
    return left == 0 ? embeddings.compactMap(\.self) : nil
  }
}
