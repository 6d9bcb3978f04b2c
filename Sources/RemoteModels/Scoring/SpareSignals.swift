internal import SignalScoring

/// What the other scorer prepared.
struct SpareSignals: Sendable {
  var signals: Result<any PreparedSignals, ScoringError> = .failure(.unanswered)
  /// For each feature its position among those the other prepared; nil where it cannot score the kind.
  var places: [Int?]
}
