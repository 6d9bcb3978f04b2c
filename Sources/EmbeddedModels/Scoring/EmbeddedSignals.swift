internal import SignalScoring

/// A policy version's features, their phrases encoded.
struct EmbeddedSignals: SelectiveSignals {
  /// Nil where a feature is of a kind that the scorer has no cost for.
  private let signals: [SignalShape<PreparedPhrase>?]
  private let contents: ContentEncoder

  init(signals: [SignalShape<PreparedPhrase>?], contents: ContentEncoder) {
    self.signals = signals
    self.contents = contents
  }

  func score(_ content: TextContent) async throws(CancellationError) -> [SignalResult] {
    try await score(content, only: Array(signals.indices))
  }

  func score(_ content: TextContent, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    let encoded: EncodedContent
    do {
      encoded = try await contents.encode(content)
    } catch let error as CancellationError {
      throw error
    } catch {
      // The pool throws nothing else; were it to, it would still be a failure of the model.
      let failure = (error as? EmbeddedModelError)?.scoringError ?? .encoderFailed
      return positions.map { _ in .failed(failure) }
    }
    return positions.map { signals[$0]?.score(encoded) ?? .failed(Self.unsupported) }
  }

  private static let unsupported = ScoringError(.unsupported, "the embedded model does not score exact matches")
}
