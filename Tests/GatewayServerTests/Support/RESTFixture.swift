internal import Foundation
internal import Gateway
internal import GatewayServer
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdTesting
internal import NIOCore
internal import SignalScoring
internal import TestSupport

/// The REST API in the process, without a socket.
struct RESTFixture: Sendable {
  static let policy = """
    LABEL "Animals": "an animal" { =("cat", "dog") }
    LABEL "Weather" { =("rain") UNLESS { =("cats and dogs") } }
    PRIORITY: "Weather" > "Animals"
    """

  let engine: TestEngine
  let policyID: String
  private let application: Application<RouterResponder<RESTContext>>

  init(scorers: [any SignalScorer] = []) async throws {
    try await self.init(engine: TestEngine(scorers: scorers))
  }

  /// - Parameters:
  ///   - key: of the policy that is made.
  ///   - policyID: of a policy that is there; nil makes one.
  init(engine: TestEngine, key: String = "test", policyID: String? = nil) async throws {
    self.engine = engine
    engine.engine.publicAddress.listen(at: "http://gavel.test")
    if let policyID {
      self.policyID = policyID
    } else {
      self.policyID = try await engine.policy(Self.policy, key: key).uuidString.lowercased()
    }
    let router = RESTResponder(services: ServiceSet(engine: engine.engine)).router()
    application = Application(responder: router.buildResponder(), logger: TestEngine.silent)
  }

  struct Answer {
    var status: Int
    var headers: HTTPFields
    var body: String

    /// The body as one JSON object.
    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:]
    }

    /// The body as lines of JSON.
    var lines: [[String: Any]] {
      body.split(separator: "\n").compactMap {
        (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
      }
    }
  }

  /// - Parameter key: nil sends none.
  func send(
    _ method: HTTPRequest.Method, _ path: String, body: [UInt8]? = nil, key: String?, headers other: HTTPFields = [:]
  ) async throws -> Answer {
    try await application.test(.router) { client in
      var headers: HTTPFields = [.contentType: "application/json"]
      headers.append(contentsOf: other)
      if let key { headers[.authorization] = "Bearer \(key)" }
      return try await client.execute(
        uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) }
      ) { response in
        Answer(
          status: response.status.code, headers: response.headers, body: String(buffer: response.body))
      }
    }
  }

  func send(_ method: HTTPRequest.Method, _ path: String, _ body: String) async throws -> Answer {
    try await send(method, path, body: Array(body.utf8), key: engine.admin)
  }

  func get(_ path: String) async throws -> Answer { try await send(.get, path, key: engine.admin) }
}
