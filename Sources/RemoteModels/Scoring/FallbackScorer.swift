package import PolicyEvaluation
package import SignalScoring

/// Asks one scorer, and another one about what the first could not answer.
package struct FallbackScorer: SignalScorer {
  package typealias Notify = @Sendable (FallbackNotice) -> Void

  private let first: any SignalScorer
  private let other: any SignalScorer
  private let notify: Notify

  /// - Parameters:
  ///   - first: usually a `RemoteScorer`.
  ///   - other: the embedded scorer, or what stands for it where it is not installed.
  ///   - notify: told whenever the other answered; must not block.
  package init(_ first: any SignalScorer, otherwise other: any SignalScorer, notify: @escaping Notify) {
    self.first = first
    self.other = other
    self.notify = notify
  }

  /// The first scorer's: what the other one answers is marked as its own, and never kept.
  package var version: String { first.version }

  package var name: String { first.name }

  package func cost(of kind: Feature.Kind) -> ScoringCost? { first.cost(of: kind) }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    var spare = SpareSignals(places: features.map { _ in nil })
    var spared: [Feature] = []
    for (place, feature) in features.enumerated() where other.cost(of: feature.kind) != nil {
      spare.places[place] = spared.count
      spared.append(feature)
    }
    spare.signals = try await Self.prepare(other, spared)
    return FallbackSignals(
      first: try await Self.prepare(first, features), spare: spare, count: features.count,
      names: (first.name, other.name), notify: notify)
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
}
