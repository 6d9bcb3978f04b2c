internal import SignalScoring

/// A policy version's features, their phrases encoded.
struct EmbeddedSignals: SelectiveSignals {
  /// By rows of the matrix; nil where a feature is of a kind that the scorer has no cost for.
  private let signals: [SignalShape<Int>?]
  private let matrix: SignalMatrix
  private let recipe: ScoringRecipe
  private let contents: ContentEncoder
  private let pool: InferencePool

  init(
    signals: [SignalShape<Int>?], matrix: SignalMatrix, recipe: ScoringRecipe, contents: ContentEncoder,
    pool: InferencePool
  ) {
    self.signals = signals
    self.matrix = matrix
    self.recipe = recipe
    self.contents = contents
    self.pool = pool
  }

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    try await score(content, signals, matrix)
  }

  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    let asked = positions.map { signals[$0] }
    let rows = Set(asked.compactMap(\.self).flatMap(\.phrases)).sorted()
    if rows.count == matrix.count { return try await score(content, asked, matrix) }
    let places = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    // INVARIANT: every row that is asked for has its place among them.
    return try await score(content, asked.map { $0?.map { places[$0] ?? 0 } }, matrix.rows(rows))
  }

  private func score(
    _ content: Content, _ signals: [SignalShape<Int>?], _ matrix: SignalMatrix
  ) async throws(CancellationError) -> [SignalResult] {
    guard case .text(let text) = content else { return signals.map { _ in .failed(.textOnly) } }
    do {
      let encoded = try await contents.encode(text)
      let logits = try await pool.score(encoded.vectors, against: matrix)
      return signals.map { $0?.score(encoded, logits, recipe) ?? .failed(Self.unsupported) }
    } catch let error as CancellationError {
      throw error
    } catch {
      // The pool throws nothing else; were it to, it would still be a failure of the model.
      let failure = (error as? EmbeddedModelError)?.scoringError ?? .encoderFailed
      return signals.map { _ in .failed(failure) }
    }
  }

  private static let unsupported = ScoringError(.unsupported, "the embedded model does not score exact matches")
}
