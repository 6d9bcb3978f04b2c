internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// API keys over the wire.
struct APITokenTests {
  private static func token(_ answer: RESTFixture.Answer) -> (id: String, key: String, user: [String: Any]) {
    let user = answer.json["userInfo"] as? [String: Any] ?? [:]
    return (answer.json["apiTokenId"] as? String ?? "", user["token"] as? String ?? "", user)
  }

  private static func tokens(_ answer: RESTFixture.Answer) -> [[String: Any]] {
    answer.json["apiTokens"] as? [[String: Any]] ?? []
  }

  /// A key is made, used, disabled, enabled and revoked; each change holds from the next request on, the last for good.
  @Test func aKeysLife() async throws {
    let fixture = try await RESTFixture()
    func status(_ key: String) async throws -> Int { try await fixture.send(.get, "/v1/jobs", key: key).status }
    let made = try await fixture.send(
      .post, "/v1/api-tokens", #"{"name": "rail", "duration": "3600s", "userId": "writer"}"#)
    let (id, key, user) = Self.token(made)
    #expect(made.status == 200 && made.json["error"] as? String == "")
    #expect(made.headers[.cacheControl] == "no-store")
    #expect(user["role"] as? String == "POLICY_WRITER" && user["valid"] as? Bool == true)
    #expect(user["userId"] as? String == "writer")
    #expect(user["customerUuid"] as? String == fixture.engine.account.uuidString.lowercased())
    #expect(try await status(key) == 200)

    let listed = try await fixture.get("/v1/api-tokens")
    let entry = Self.tokens(listed).first { $0["id"] as? String == id }
    #expect(entry?["signature"] as? String == String(key.suffix(6)))
    #expect(entry?["name"] as? String == "rail" && entry?["userId"] as? String == "writer")
    #expect(entry?["expiresAt"] as? String == user["expiration"] as? String && entry?["expiresAt"] != nil)
    #expect(!listed.body.contains(key), "a key is shown once")

    var seen: [[String]] = []
    for verb in ["disable", "enable", "revoke", "enable"] {
      let answer = try await fixture.send(.post, "/v1/api-tokens/\(id)/\(verb)", "{}")
      seen.append([answer.json["status"] as? String ?? "\(answer.status)", String(try await status(key))])
    }
    #expect(
      seen == [
        ["API_TOKEN_DISABLED", "401"], ["API_TOKEN_ENABLED", "200"], ["API_TOKEN_REVOKED", "401"], ["400", "401"],
      ])
    let after = Self.tokens(try await fixture.get("/v1/api-tokens")).first { $0["id"] as? String == id }
    #expect(after?["status"] as? String == "API_TOKEN_REVOKED")
    #expect(after?["updatedAt"] as? String != entry?["updatedAt"] as? String)
    #expect(after?["createdAt"] as? String == entry?["createdAt"] as? String)
  }

  /// A key has the role that it was made for, the least where none was named.
  @Test(arguments: [("", 403), ("evaluator", 403), ("writer", 200), ("admin", 200)])
  func hasTheRoleNamed(user: String, creating: Int) async throws {
    let fixture = try await RESTFixture()
    let made = Self.token(try await fixture.send(.post, "/v1/api-tokens", #"{"userId": "\#(user)"}"#))
    let policy = Array(#"{"policyKey": "k", "versionText": "LABEL \"a\" { \"b\" }"}"#.utf8)
    #expect(try await fixture.send(.post, "/v1/policies", body: policy, key: made.key).status == creating)
    #expect(made.user["userId"] as? String == (user.isEmpty ? "evaluator" : user))
    #expect(made.user["expiration"] == nil)
  }

  /// What cannot be is refused, naming the field; nothing is made of it.
  @Test(
    arguments: [
      (#"{"duration": "0s"}"#, "duration"), (#"{"duration": "-1s"}"#, "duration"),
      (#"{"duration": "3162240001s"}"#, "duration"), (#"{"duration": "315576000000s"}"#, "duration"),
      (#"{"userId": "root"}"#, "userId"), (#"{"userId": "Admin"}"#, "userId"),
      (#"{"name": "a\u001b[2Jb"}"#, "name"), (#"{"name": "\#(String(repeating: "x", count: 257))"}"#, "name"),
    ])
  func refusesWhatCannotBe(body: String, field: String) async throws {
    let fixture = try await RESTFixture()
    let before = Self.tokens(try await fixture.get("/v1/api-tokens")).count
    let answer = try await fixture.send(.post, "/v1/api-tokens", body)
    let message = answer.json["message"] as? String ?? ""
    #expect(answer.status == 400 && message.hasPrefix("\(field): "), "\(answer.body)")
    #expect(Self.tokens(try await fixture.get("/v1/api-tokens")).count == before)
  }

  /// Only administrators see or change keys.
  @Test func isForAdministrators() async throws {
    let fixture = try await RESTFixture()
    let id = Self.tokens(try await fixture.get("/v1/api-tokens")).compactMap { $0["id"] as? String }[0]
    let attempts: [(HTTPRequest.Method, String)] = [
      (.get, "/v1/api-tokens"), (.post, "/v1/api-tokens"), (.patch, "/v1/api-tokens/\(id)"),
      (.post, "/v1/api-tokens/\(id)/disable"), (.post, "/v1/api-tokens/\(id)/enable"),
      (.post, "/v1/api-tokens/\(id)/revoke"), (.get, "/v1/customers/\(fixture.engine.account)/api-tokens"),
      (.post, "/v1/customers/\(fixture.engine.account)/api-tokens"),
    ]
    for (method, path) in attempts {
      for key in [fixture.engine.evaluator, fixture.engine.writer] {
        let answer = try await fixture.send(method, path, body: method == .get ? nil : Array("{}".utf8), key: key)
        #expect(answer.status == 403, "\(method) \(path): \(answer.body)")
      }
    }
  }

  /// The methods for all customers do for the caller's own what the account's do; another account's keys are neither
  /// seen nor changed, and its id is refused.
  @Test func accountsAreApart() async throws {
    let fixture = try await RESTFixture()
    let own = fixture.engine.account.uuidString.lowercased()
    let other = try await fixture.engine.otherAccount()
    let made = Self.token(try await fixture.send(.post, "/v1/customers/\(own)/api-tokens", #"{"name": "n"}"#))
    #expect(try await fixture.send(.get, "/v1/jobs", key: made.key).status == 200)
    let all = Self.tokens(try await fixture.get("/v1/customers/\(own)/api-tokens"))
    #expect(all.count == 4 && all.allSatisfy { $0["customerId"] as? String == own })

    func send(_ method: HTTPRequest.Method, _ path: String, _ body: String?) async throws -> Int {
      try await fixture.send(method, path, body: body.map { Array($0.utf8) }, key: other.admin).status
    }
    let statuses = [
      try await send(.post, "/v1/api-tokens/\(made.id)/revoke", "{}"),
      try await send(.patch, "/v1/api-tokens/\(made.id)", #"{"status": "API_TOKEN_DISABLED"}"#),
      try await send(.get, "/v1/customers/\(own)/api-tokens", nil),
      try await send(.post, "/v1/customers/\(own)/api-tokens", "{}"),
    ]
    #expect(statuses == [404, 404, 403, 403])
    let theirs = Self.tokens(try await fixture.send(.get, "/v1/api-tokens", key: other.admin))
    #expect(theirs.map { $0["customerId"] as? String } == [other.id.uuidString.lowercased()])
    #expect(try await fixture.send(.get, "/v1/jobs", key: made.key).status == 200)

    let unspecified = try await fixture.send(.patch, "/v1/api-tokens/\(made.id)", "{}")
    #expect(unspecified.status == 400 && unspecified.body.contains("status: must be"))
    let disabled = try await fixture.send(.patch, "/v1/api-tokens/\(made.id)", #"{"status": "API_TOKEN_DISABLED"}"#)
    #expect(disabled.json["status"] as? String == "API_TOKEN_DISABLED")
    #expect(try await fixture.send(.get, "/v1/jobs", key: made.key).status == 401)
  }

  /// gRPC is the same service: what it makes and revokes, it makes and revokes for both.
  @Test func servesGRPC() async throws {
    let engine = try await TestEngine()
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_APITokensService.Client(wrapping: connection)
        let jobs = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let admin: Metadata = ["authorization": "Bearer \(engine.admin)"]
        let made = try await client.generateAccountAPIToken(
          .with {
            $0.name = "n"
            $0.duration = .with { $0.seconds = 60 }
          }, metadata: admin)
        let key: Metadata = ["authorization": "Bearer \(made.userInfo.token)"]
        #expect(made.userInfo.role == .apiUser && made.userInfo.expiration.seconds > 0)
        _ = try await jobs.listJobs(.init(), metadata: key)
        let all = try await client.listAllAPITokens(.init(), metadata: admin).apiTokens
        #expect(all.contains { $0.id == made.apiTokenID && $0.signature == made.userInfo.token.suffix(6) })
        #expect(try await client.listAccountAPITokens(.init(), metadata: admin).apiTokens == all)
        let revoked = try await client.revokeAccountAPIToken(.with { $0.apiTokenID = made.apiTokenID }, metadata: admin)
        #expect(revoked.status == .apiTokenRevoked)
        let after = await #expect(throws: RPCError.self) { try await jobs.listJobs(.init(), metadata: key) }
        #expect(after?.code == .unauthenticated)
        let again = await #expect(throws: RPCError.self) {
          try await client.updateAPITokenStatus(
            .with {
              $0.id = made.apiTokenID
              $0.status = .apiTokenEnabled
            }, metadata: admin)
        }
        #expect(again?.code == .failedPrecondition)
      }
    }
  }
}
