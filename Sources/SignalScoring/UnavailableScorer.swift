public import PolicyEvaluation

/// Stands for a model that is not there: what it would have scored fails, with the reason, instead of being left out.
public struct UnavailableScorer: SignalScorer {
  public let version = "unavailable"
  private let reason: ScoringError

  /// - Parameter message: what is missing, and how to install it.
  public init(message: String) {
    reason = ScoringError(.modelUnavailable, message)
  }

  public func cost(of kind: Feature.Kind) -> ScoringCost? {
    if case .exact = kind { nil } else { .embedded }
  }

  public func prepare(_ features: [Feature]) async throws -> any PreparedSignals { throw reason }
}
