package import SignalScoring

/// That another scorer answered for one that could not, on one content.
package struct FallbackNotice: Sendable, Hashable {
  /// The name of the scorer that should have answered.
  package var failed: String
  /// The name of the one that did.
  package var answered: String
  /// How many features it answered.
  package var features: Int
  /// Why the first of them had failed.
  package var reason: ScoringError
}
