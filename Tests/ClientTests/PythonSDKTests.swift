internal import Foundation
internal import GatewayServer
internal import TestSupport
internal import Testing

/// The unchanged Python SDK against a running server.
struct PythonSDKTests {
  private struct Seen: Decodable {
    var hash: String
    var evaluate: [String: [JSONValue]]
    var createJob: [JSONValue]
    var evaluateOne: [JSONValue]
    var getJob: [JSONValue]
    var listJobs: [JSONValue]
    var unknownPolicy: [String]
    var badRequest: [String]
    var unknownJob: [String]
    var badKey: [String]
  }

  /// Every method it has for jobs gives the right results; what is wrong raises what it expects.
  @Test func evaluatesAndRaises() async throws {
    let engine = try await TestEngine()
    let policy = try await engine.policy(#"LABEL "Cats" { =("cat") } LABEL "Dogs" { =("dogs") }"#)
    let result = try await LiveServer.run(engine) { addresses in
      let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sdk.py").path
      return try await Program.python.run([
        script, String(addresses.grpcPort), engine.evaluator, policy.uuidString.lowercased(),
      ])
    }
    #expect(result.status == 0, "\(result.errors)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(result.output.utf8))
    #expect(seen.hash.hasPrefix("sha256::"))
    #expect(
      seen.evaluate == [
        "0": ["TRUE", ["Cats"]], "1": ["FALSE", []], "2": ["TRUE", ["Cats", "Dogs"]],
      ])
    #expect(seen.createJob == ["COMPLETED", ["FALSE", "TRUE", "TRUE"]])
    #expect(seen.evaluateOne == ["COMPLETED", "TRUE", 1])
    #expect(seen.getJob == ["COMPLETED", 1, "TRUE"])
    #expect(seen.listJobs == [4, true])
    #expect(seen.unknownPolicy == ["AioRpcError", "NOT_FOUND"])
    #expect(seen.badRequest == ["AioRpcError", "INVALID_ARGUMENT"])
    #expect(seen.unknownJob == ["AioRpcError", "NOT_FOUND"])
    #expect(seen.badKey == ["AioRpcError", "UNAUTHENTICATED"])
  }
}

/// A JSON value to compare with.
enum JSONValue: Decodable, Equatable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  case string(String)
  case number(Double)
  case bool(Bool)
  case array([JSONValue])
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else {
      self = .array(try container.decode([JSONValue].self))
    }
  }

  init(stringLiteral value: String) { self = .string(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
}
