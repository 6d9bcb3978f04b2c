package import PolicyEvaluation
package import SignalScoring

/// The models of a process, of which each policy version is answered by those it asks for.
package struct StackedScorer: PolicyScopedScorer {
  private let embedded: any SignalScorer
  private let remote: any SignalScorer
  private let standard: ModelStack
  private let notify: FallbackScorer.Notify

  /// - Parameters:
  ///   - embedded: the embedded scorer, or what stands for it where it is not installed.
  ///   - remote: a `RemoteScorer`, or what stands for it where none is configured.
  ///   - standard: where a policy version does not say.
  ///   - notify: told whenever the embedded one answered for the remote one; must not block.
  package init(
    embedded: any SignalScorer, remote: any SignalScorer, standard: ModelStack,
    notify: @escaping FallbackScorer.Notify
  ) {
    self.embedded = embedded
    self.remote = remote
    self.standard = standard
    self.notify = notify
  }

  private var unscoped: any SignalScorer { scoped(to: PolicyScope()) }

  package var version: String { unscoped.version }

  package var name: String { unscoped.name }

  package func cost(of kind: Feature.Kind) -> ScoringCost? { unscoped.cost(of: kind) }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    try await unscoped.prepare(features)
  }

  package func scoped(to scope: PolicyScope) -> any SignalScorer {
    let models = [embedded, remote].scoped(to: scope)
    return switch scope.stack ?? standard {
    case .embedded: models[0]
    case .remote: models[1]
    case .remoteElseEmbedded: FallbackScorer(models[1], otherwise: models[0], notify: notify)
    }
  }
}
