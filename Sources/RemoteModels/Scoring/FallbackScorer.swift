package import PolicyEvaluation
package import SignalScoring

/// Asks one scorer, and where the policy has it so, another one about what the first could not answer.
package struct FallbackScorer: PolicyScopedScorer {
  package typealias Notify = @Sendable (FallbackNotice) -> Void

  private let first: any SignalScorer
  private let other: any SignalScorer
  private let choice: FallbackChoice
  private let notify: Notify

  /// - Parameters:
  ///   - first: usually a `RemoteScorer`.
  ///   - other: the embedded scorer, or what stands for it where it is not installed.
  ///   - choice: where a policy has none of its own.
  ///   - notify: told whenever the other answered; must not block.
  package init(
    _ first: any SignalScorer, otherwise other: any SignalScorer, choice: FallbackChoice, notify: @escaping Notify
  ) {
    self.first = first
    self.other = other
    self.choice = choice
    self.notify = notify
  }

  /// Under `embedded` another one than the first scorer's: what the two gave together is never read as the first's own.
  package var version: String {
    switch choice {
    case .fail: first.version
    case .embedded: "\(first.version) else \(other.version)"
    }
  }

  package func cost(of kind: Feature.Kind) -> ScoringCost? { first.cost(of: kind) }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    if choice == .fail { return try await first.prepare(features) }
    var spare = SpareSignals(places: features.map { _ in nil })
    var spared: [Feature] = []
    for (place, feature) in features.enumerated() where other.cost(of: feature.kind) != nil {
      spare.places[place] = spared.count
      spared.append(feature)
    }
    spare.signals = try await Self.prepare(other, spared)
    return FallbackSignals(
      first: try await Self.prepare(first, features), spare: spare, count: features.count,
      versions: (first.version, other.version), notify: notify)
  }

  private static func prepare(
    _ scorer: any SignalScorer, _ features: [Feature]
  ) async throws -> Result<any PreparedSignals, ScoringError> {
    do {
      return .success(try await scorer.prepare(features))
    } catch let error as ScoringError {
      return .failure(error)
    }
  }

  package func scoped(to scope: PolicyScope) -> any SignalScorer {
    let scorers = [first, other].scoped(to: scope)
    return FallbackScorer(scorers[0], otherwise: scorers[1], choice: scope.fallback ?? choice, notify: notify)
  }
}
