internal import Foundation
package import PolicyEvaluation
package import SignalScoring

/// Scores what asks for meaning with a model behind an OpenAI-compatible server.
///
/// A content goes first in every prompt and a signal's short question last, so that a server that caches prefixes reads
/// the content once. A score is the model's own odds of answering yes rather than no.
package struct RemoteScorer: PolicyScopedScorer {
  /// The wording, the model, the address, and a digest of the policy's context where there is one.
  package let version: String

  /// Without the address, which is not every caller's to know.
  package var name: String { "remote-\(ContentPrompt.version)/\(endpoint.configuration.model)" }

  private let endpoint: RemoteEndpoint
  private let context: String?

  /// Opens no connection yet.
  ///
  /// - Parameter limiter: the one of the whole process.
  package init(_ configuration: RemoteModelConfiguration, limiter: RequestLimiter) {
    self.init(RemoteEndpoint(configuration, limiter: limiter))
  }

  /// - Parameter context: nil for none; not blank.
  init(_ endpoint: RemoteEndpoint, context: String? = nil) {
    self.endpoint = endpoint
    self.context = context
    let configuration = endpoint.configuration
    var version = "remote-\(ContentPrompt.version)/\(configuration.model)@\(configuration.baseURL)"
    if let context {
      // A cryptographic digest, since the cache is shared: nobody can write a context that reads another's scores.
      version += "#\(Digest.digits(32, of: Data(context.utf8)))"
    }
    self.version = version
  }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    switch kind {
    case .concept, .context, .question, .fuzzy, .sentiment: .remote
    case .exact: nil
    }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    RemoteSignals(questions: features.map { SignalQuestion($0.kind) }, endpoint: endpoint, context: context)
  }

  package func scoped(to scope: PolicyScope) -> any SignalScorer {
    let context = scope.globalContext?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    return RemoteScorer(endpoint, context: context.isEmpty ? nil : context)
  }

  /// The tokens of all its answers so far, under whichever policy.
  package var usage: RemoteUsage { endpoint.usage }

  /// Closes the connections: once, when the process ends. What is asked of the scorer from then on fails.
  package func shutdown() async throws { try await endpoint.shutdown() }
}
