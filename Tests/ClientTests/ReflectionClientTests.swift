internal import Foundation
internal import GatewayServer
internal import TestSupport
internal import Testing

/// Reflection with a client that knows nothing else of the API.
struct ReflectionClientTests {
  private struct Seen: Decodable {
    struct Answer: Decodable {
      var valid: Bool
      var labels: [String]
    }

    var services: [String]
    var methods: Int
    var answer: Answer
    var extensions: [Int]
    var unknown: String
    var stranger: String
  }

  /// The reflection client of gRPC for Python finds the services, builds a method's messages and calls it.
  @Test func findsAndCallsAMethod() async throws {
    let engine = try await TestEngine()
    let result = try await LiveServer.run(engine) { addresses in
      let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "reflection.py").path
      return try await Program.python.run([script, String(addresses.grpcPort), engine.evaluator])
    }
    #expect(result.status == 0, "\(result.errors)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(result.output.utf8))
    #expect(seen.services.contains("clavata.gateway.v1.GatewayService"))
    #expect(seen.services.contains("grpc.reflection.v1.ServerReflection"))
    #expect(seen.methods > 20)
    #expect(seen.answer.valid && seen.answer.labels == ["A"])
    #expect(seen.extensions.isEmpty)
    #expect(seen.unknown == "KeyError" && seen.stranger == "UNAUTHENTICATED")
  }
}
