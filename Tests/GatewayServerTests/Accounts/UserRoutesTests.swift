internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// People at the boundary.
struct UserRoutesTests {
  private static func user(_ answer: RESTFixture.Answer) -> [String: Any] {
    answer.json["user"] as? [String: Any] ?? [:]
  }

  private static func ids(_ answer: RESTFixture.Answer) -> [String] {
    (answer.json["users"] as? [[String: Any]] ?? []).compactMap { $0["userId"] as? String }
  }

  /// People come first, by address, then the roles; a role asked for shows both of it.
  @Test func listsPeopleThenRoles() async throws {
    let fixture = try await RESTFixture()
    let second = try await fixture.person("b@example.com", "POLICY_WRITER")
    let first = try await fixture.person("A@example.com")
    #expect(
      Self.ids(try await fixture.get("/v1/users")) == [first.id, second.id, "admin", "writer", "evaluator"])
    #expect(Self.ids(try await fixture.get("/v1/users?query.role=POLICY_WRITER")) == [second.id, "writer"])
    #expect(try await fixture.get("/v1/users?query.role=CLAVATA_ADMIN").status == 400)
  }

  /// Oneself is shown to anyone, others to administrators; to others it is as if they were not there.
  @Test func showsOneself() async throws {
    let fixture = try await RESTFixture()
    let (ada, bob) = (try await fixture.person("ada@example.com"), try await fixture.person("bob@example.com"))
    for path in ["/v1/user", "/v1/users/\(ada.id)", "/v1/users/\(ada.id.uppercased())"] {
      let shown = Self.user(try await fixture.send(.get, path, key: ada.key))
      #expect(shown["email"] as? String == "ada@example.com" && shown["role"] as? String == "API_USER", "\(path)")
    }
    #expect(try await fixture.status(.get, "/v1/users/\(bob.id)", key: ada.key) == 404)
    #expect(try await fixture.status(.get, "/v1/users/\(bob.id)", key: fixture.engine.writer) == 404)
    #expect(Self.user(try await fixture.get("/v1/users/\(bob.id)"))["email"] as? String == "bob@example.com")
    #expect(try await fixture.get("/v1/users/\(UUID())").status == 404)
    #expect(
      Self.user(try await fixture.send(.get, "/v1/users/evaluator", key: ada.key))["userId"] as? String == "evaluator")
  }

  /// A changed role is what every key of the person may do from the next request on, also one that was in use a moment
  /// ago; names change alone.
  @Test func aRoleHoldsAtOnce() async throws {
    let fixture = try await RESTFixture()
    let ada = try await fixture.person("ada@example.com")
    let made = try await fixture.send(.post, "/v1/api-tokens", #"{"name": "second", "userId": "\#(ada.id)"}"#)
    let second = (made.json["userInfo"] as? [String: Any])?["token"] as? String ?? ""
    #expect((made.json["userInfo"] as? [String: Any])?["userEmail"] as? String == "ada@example.com", "\(made.body)")
    func may() async throws -> [Int] {
      [
        try await fixture.status(.post, "/v1/snippet-tags", #"{"name": "\#(UUID())"}"#, key: ada.key),
        try await fixture.status(.get, "/v1/users", key: second),
      ]
    }
    #expect(try await may() == [403, 403])
    let patched = try await fixture.send(
      .patch, "/v1/users/\(ada.id)", #"{"patch": {"role": "ACCOUNT_ADMIN", "lastName": "L"}}"#)
    #expect(
      Self.user(patched)["role"] as? String == "ACCOUNT_ADMIN" && Self.user(patched)["lastName"] as? String == "L")
    #expect(Self.user(patched)["firstName"] as? String == "Ada")
    #expect(try await may() == [200, 200])
    let named = try await fixture.send(.patch, "/v1/users/\(ada.id)", #"{"patch": {"firstName": ""}}"#)
    #expect(Self.user(named)["firstName"] as? String == "" && Self.user(named)["role"] as? String == "ACCOUNT_ADMIN")
    _ = try await fixture.send(.patch, "/v1/users/\(ada.id)", #"{"patch": {"role": "POLICY_WRITER"}}"#)
    #expect(try await may() == [200, 403])
  }

  /// Whoever is taken out is let in no more, by any key; the keys are listed as revoked, and the address is free again.
  @Test func deletionRevokes() async throws {
    let fixture = try await RESTFixture()
    let ada = try await fixture.person("ada@example.com")
    #expect(try await fixture.status(.get, "/v1/jobs", key: ada.key) == 200)
    let deleted = try await fixture.send(.delete, "/v1/users/\(ada.id)", key: fixture.engine.admin)
    #expect(Self.user(deleted)["email"] as? String == "ada@example.com")
    #expect(try await fixture.status(.get, "/v1/jobs", key: ada.key) == 401)
    #expect(try await fixture.status(.delete, "/v1/users/\(ada.id)", key: fixture.engine.admin) == 404)
    let tokens = try await fixture.get("/v1/api-tokens").json["apiTokens"] as? [[String: Any]] ?? []
    #expect(tokens.filter { $0["status"] as? String == "API_TOKEN_REVOKED" }.count == 1)
    #expect(try await fixture.person("ada@example.com").id != ada.id)
  }

  /// An account keeps a valid admin key, whichever way is tried to take the last.
  @Test func keepsAnAdmin() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let ada = try await fixture.person("ada@example.com", "ACCOUNT_ADMIN", key: other.admin)
    func send(_ method: HTTPRequest.Method, _ path: String, _ body: String?, _ key: String) async throws -> [Int] {
      let answer = try await fixture.send(method, path, body: body.map { Array($0.utf8) }, key: key)
      return [answer.status, answer.json["code"] as? Int ?? 0]
    }
    let tokens =
      try await fixture.send(.get, "/v1/api-tokens", key: ada.key).json["apiTokens"] as? [[String: Any]] ?? []
    let theirs = tokens.first { $0["userId"] as? String == ada.id }?["id"] as? String ?? ""
    let ours = tokens.first { $0["userId"] as? String == "admin" }?["id"] as? String ?? ""
    #expect(try await send(.post, "/v1/api-tokens/\(ours)/revoke", "{}", other.admin)[0] == 200)
    let attempts: [(HTTPRequest.Method, String, String?)] = [
      (.patch, "/v1/users/\(ada.id)", #"{"patch": {"role": "API_USER"}}"#), (.delete, "/v1/users/\(ada.id)", nil),
      (.post, "/v1/api-tokens/\(theirs)/disable", "{}"), (.post, "/v1/api-tokens/\(theirs)/revoke", "{}"),
      (.patch, "/v1/api-tokens/\(theirs)", #"{"status": "API_TOKEN_REVOKED"}"#),
    ]
    for (method, path, body) in attempts {
      #expect(try await send(method, path, body, ada.key) == [400, 9], "\(method) \(path)")
    }
    #expect(try await fixture.status(.get, "/v1/users", key: ada.key) == 200)
    _ = try await fixture.person("bob@example.com", "ACCOUNT_ADMIN", key: ada.key)
    #expect(try await send(.delete, "/v1/users/\(ada.id)", nil, ada.key)[0] == 200)
  }

  /// Another account's people are NOT_FOUND to every method, and no role is a person that can be changed.
  @Test func accountsAreApart() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let ada = try await fixture.person("ada@example.com")
    let attempts: [(HTTPRequest.Method, String, String?)] = [
      (.get, "/v1/users/\(ada.id)", nil), (.patch, "/v1/users/\(ada.id)", #"{"patch": {"role": "ACCOUNT_ADMIN"}}"#),
      (.delete, "/v1/users/\(ada.id)", nil), (.post, "/v1/api-tokens", #"{"userId": "\#(ada.id)"}"#),
    ]
    for (method, path, body) in attempts {
      #expect(try await fixture.status(method, path, body, key: other.admin) == 404, "\(method) \(path)")
    }
    #expect(Self.ids(try await fixture.send(.get, "/v1/users", key: other.admin)) == ["admin", "writer", "evaluator"])
    for key in [ada.key, fixture.engine.writer] {
      #expect(try await fixture.status(.patch, "/v1/users/\(ada.id)", "{}", key: key) == 403)
      #expect(try await fixture.status(.delete, "/v1/users/\(ada.id)", key: key) == 403)
    }
    for path in ["/v1/users/writer", "/v1/users/x"] {
      let answer = try await fixture.send(.patch, path, #"{"patch": {"firstName": "a"}}"#)
      #expect(answer.status == 400 && answer.json["code"] as? Int == (path.hasSuffix("writer") ? 9 : 3))
    }
    for patch in [#"{"role": "CLAVATA_ADMIN"}"#, #"{"firstName": "\u0000"}"#] {
      #expect(try await fixture.send(.patch, "/v1/users/\(ada.id)", #"{"patch": \#(patch)}"#).status == 400)
    }
    let shown = Self.user(try await fixture.get("/v1/users/\(ada.id)"))
    #expect(shown["firstName"] as? String == "Ada" && shown["role"] as? String == "API_USER")
  }

  /// Tours are a person's, over all their keys, or a key's that is nobody's; so many, of names so long.
  @Test func keepsTours() async throws {
    let fixture = try await RESTFixture()
    let ada = try await fixture.person("ada@example.com")
    let made = try await fixture.send(.post, "/v1/api-tokens", #"{"userId": "\#(ada.id)"}"#)
    let second = (made.json["userInfo"] as? [String: Any])?["token"] as? String ?? ""
    let done = #"{"outcome": "TOUR_OUTCOME_COMPLETED"}"#
    func tours(_ key: String) async throws -> [String] {
      try await fixture.send(.get, "/v1/user/tours", key: key).json["resolvedTourIds"] as? [String] ?? []
    }
    for (tour, key) in [("b", ada.key), ("a%20b", second), ("b", second), ("c", fixture.engine.evaluator)] {
      let answer = try await fixture.send(.post, "/v1/user/tours/\(tour)", body: Array(done.utf8), key: key)
      #expect(answer.status == 200 && answer.body == "{}", "\(answer.body)")
    }
    var kept: [[String]] = []
    for key in [ada.key, second, fixture.engine.evaluator, fixture.engine.writer] { kept.append(try await tours(key)) }
    #expect(kept == [["a b", "b"], ["a b", "b"], ["c"], []])
    let long = String(repeating: "x", count: 129)
    for (tour, body) in [("d", "{}"), ("d", #"{"outcome": 9}"#), (long, done), ("%07", done)] {
      #expect(try await fixture.status(.post, "/v1/user/tours/\(tour)", body, key: ada.key) == 400, "\(tour) \(body)")
    }
    for number in 2..<TourService.tours {
      _ = try await fixture.engine.engine.tours.complete(
        .with {
          $0.tourID = "t\(number)"
          $0.outcome = .dismissedPermanent
        },
        caller: Caller(
          accountID: fixture.engine.account, keyID: UUID(), role: .evaluator, userID: UUID(uuidString: ada.id)))
    }
    #expect(try await fixture.status(.post, "/v1/user/tours/more", done, key: ada.key) == 429)
    #expect(try await fixture.status(.post, "/v1/user/tours/b", done, key: ada.key) == 200)
  }

  /// What a person writes is theirs over all their keys, and nobody else's.
  @Test func whatTheyWriteIsTheirs() async throws {
    let fixture = try await RESTFixture()
    let ada = try await fixture.person("ada@example.com", "POLICY_WRITER")
    let made = try await fixture.send(.post, "/v1/api-tokens", #"{"userId": "\#(ada.id)"}"#)
    let second = (made.json["userInfo"] as? [String: Any])?["token"] as? String ?? ""
    let (label, _) = try await fixture.label("cats", #"LABEL "Cats" { =("cat") }"#)
    let path = "/v1/labels/\(label)/draft"
    #expect(try await fixture.status(.put, path, #"{"text": "mine"}"#, key: ada.key) == 200)
    let read = try await fixture.send(.get, path, key: second)
    let draft = read.json["draft"] as? [String: Any]
    #expect(draft?["text"] as? String == "mine" && draft?["userId"] as? String == ada.id, "\(read.body)")
    #expect(try await fixture.status(.get, path, key: fixture.engine.writer) == 404)
  }

  /// gRPC does the same.
  @Test func servesGRPC() async throws {
    let engine = try await TestEngine()
    let code = try await engine.engine.invites.invite(
      .with {
        $0.email = "ada@example.com"
        $0.role = .apiUser
      }, caller: engine.caller
    ).code
    let ada = try await engine.engine.invites.accept(InviteAcceptance(code: code)).userInfo
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_UsersService.Client(wrapping: connection)
        let admin: Metadata = ["authorization": "Bearer \(engine.admin)"]
        let own: Metadata = ["authorization": "Bearer \(ada.token)"]
        #expect(try await client.getUser(.init(), metadata: own).user.email == "ada@example.com")
        _ = try await client.completeTour(
          .with {
            $0.tourID = "t"
            $0.outcome = .completed
          }, metadata: own)
        #expect(try await client.getMyResolvedTours(.init(), metadata: own).resolvedTourIds == ["t"])
        #expect(try await client.getMyResolvedTours(.init(), metadata: admin).resolvedTourIds.isEmpty)
        let patched = try await client.patchUser(
          .with {
            $0.userID = ada.userID
            $0.patch = .with { $0.role = .policyWriter }
          }, metadata: admin)
        #expect(patched.user.role == .policyWriter)
        #expect(try await client.getMyAccounts(.init(), metadata: own).accounts.map(\.role) == [.policyWriter])
        let refused = await #expect(throws: RPCError.self) {
          try await client.deleteUser(.with { $0.userID = ada.userID }, metadata: own)
        }
        #expect(refused?.code == .permissionDenied)
        let deleted = try await client.deleteUser(.with { $0.userID = ada.userID }, metadata: admin)
        #expect(deleted.user.userID == ada.userID)
        let after = await #expect(throws: RPCError.self) { try await client.getUser(.init(), metadata: own) }
        #expect(after?.code == .unauthenticated)
      }
    }
  }
}
