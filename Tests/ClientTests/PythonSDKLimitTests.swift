internal import Foundation
internal import Gateway
internal import GatewayServer
internal import TestSupport
internal import Testing

/// Limits on callers as the unchanged Python SDK meets them.
struct PythonSDKLimitTests {
  private struct Seen: Decodable {
    var reports: Int
    var refusal: [String]
    var detail: [Bool]
    var seconds: Int
  }

  /// A list is let in whole; the call after it raises RESOURCE_EXHAUSTED, with a RetryInfo that Google's own types read.
  @Test func refusesAndSaysWhenToComeBack() async throws {
    let time = SetTime()
    let engine = try await TestEngine(
      limiter: RateLimiter(key: RateLimit(perSecond: 1, burst: 3), account: nil, now: { time.now }))
    let policy = try await engine.policy(#"LABEL "Cats" { =("cat") }"#)
    let result = try await LiveServer.run(engine) { addresses in
      let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sdk_limits.py").path
      return try await Program.python.run([
        script, String(addresses.grpcPort), engine.evaluator, policy.uuidString.lowercased(),
      ])
    }
    #expect(result.status == 0, "\(result.errors)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(result.output.utf8))
    #expect(seen.reports == 5 && seen.refusal == ["AioRpcError", "RESOURCE_EXHAUSTED"])
    // Five taken of three: three seconds until there is one again.
    #expect(seen.detail == [true, true] && seen.seconds == 3)
  }
}
