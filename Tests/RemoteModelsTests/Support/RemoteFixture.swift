import PolicyEvaluation
import SignalScoring
import TestSupport

@testable import RemoteModels

/// A scorer, and the scripted server that it asks.
struct RemoteFixture: Sendable {
  static let key = "sk-never-to-be-seen"
  static let model = "judge-7b"

  let server: ScriptedServer
  let endpoint: RemoteEndpoint
  let time: ManualTime

  var scorer: RemoteScorer { RemoteScorer(endpoint) }

  static func run<Result>(
    limits: RemoteLimits = RemoteLimits(), slots: Int = 4, _ script: @escaping ScriptedServer.Script,
    _ body: (RemoteFixture) async throws -> Result
  ) async throws -> Result {
    try await ScriptedServer.run(script) { server in
      let time = ManualTime()
      let configuration = try RemoteModelConfiguration(
        baseURL: server.baseURL, model: model, apiKey: key, limits: limits)
      let endpoint = RemoteEndpoint(configuration, limiter: RequestLimiter(slots: slots), timing: time.timing())
      do {
        let result = try await body(RemoteFixture(server: server, endpoint: endpoint, time: time))
        try await endpoint.shutdown()
        return result
      } catch {
        try? await endpoint.shutdown()
        throw error
      }
    }
  }

  func score(_ text: String, _ kinds: [Feature.Kind] = [.concept("dogs")]) async throws -> [SignalResult] {
    try await scorer.prepare(kinds.map(Feature.init(kind:))).score(TextContent(hash: text, text: text))
  }
}

extension Feature {
  init(kind: Feature.Kind) {
    self.init(index: 0, kind: kind, expression: kind.canonicalSource, ranges: [])
  }
}

extension SignalResult {
  var score: Double? {
    if case .scored(let score, _, _) = self { score } else { nil }
  }

  var standIn: String? {
    if case .scored(_, _, let scorer) = self { scorer } else { nil }
  }

  var error: ScoringError? {
    if case .failed(let error) = self { error } else { nil }
  }
}

/// Whether two scores are one, but for rounding.
func isNear(_ score: Double?, _ expected: Double) -> Bool { score.map { abs($0 - expected) < 1e-9 } ?? false }
