internal import PolicyEvaluation

/// Some of a policy's features, prepared by the scorer that answers them at one cost.
struct ScoringStage: Sendable {
  /// The scorer's name.
  var scorer: String
  var cost: ScoringCost
  var answerer: Answerers
  /// Which features, in the order they were prepared.
  var features: [Int]
  /// What scores of each are kept under, whatever the content.
  var cacheKeys: [String]
  var signals: any PreparedSignals

  /// Scores at least the features at some positions; the answer says which.
  func score(
    _ content: Content, positions: [Int]
  ) async throws(CancellationError) -> (positions: [Int], results: [SignalResult]) {
    if positions.count < features.count, let selective = signals as? any SelectiveSignals {
      return (positions, try await selective.score(content, only: positions))
    }
    return (Array(features.indices), try await signals.score(content))
  }
}

/// A stage whose scorer answers at once.
struct ImmediateStage: Sendable {
  /// The scorer's name.
  var scorer: String
  var features: [Int]
  var signals: any ImmediateSignals
}
