internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Invites at the boundary.
struct InviteRoutesTests {
  private static func invited(_ answer: RESTFixture.Answer) -> [[String: Any]] {
    answer.json["invitedUsers"] as? [[String: Any]] ?? []
  }

  /// From the invite to a user with a key: the code is in the header alone, opens once, and what it opens is what was
  /// asked for.
  @Test func anInvitesLife() async throws {
    let fixture = try await RESTFixture()
    let made = try await fixture.send(
      .post, "/v1/invites",
      #"{"email": "Ada@Example.com", "role": "POLICY_WRITER", "firstName": "Ada", "lastName": "L"}"#)
    let code = RESTFixture.code(made)
    #expect(made.status == 200 && InviteCode.isCode(code) && !made.body.contains(code), "\(made.body)")
    #expect(made.json["customerId"] as? String == fixture.engine.account.uuidString.lowercased())
    #expect(made.json["error"] as? String == "" && made.headers[.cacheControl] == "no-store")
    let listed = try await fixture.get("/v1/invites")
    #expect(Self.invited(listed).map { $0["status"] as? String } == ["INVITE_STATUS_PENDING"])
    #expect(Self.invited(listed).first?["inviteId"] as? Int == made.json["inviteId"] as? Int)
    #expect(!listed.body.contains(code))

    let accepted = try await fixture.accept(code, #", "lastName": "Lovelace", "keyName": "laptop""#)
    let user = accepted.json["userInfo"] as? [String: Any] ?? [:]
    let key = user["token"] as? String ?? ""
    #expect(accepted.status == 200 && accepted.headers[.cacheControl] == "no-store", "\(accepted.body)")
    #expect(
      ["userEmail", "firstName", "lastName", "role"].map { user[$0] as? String }
        == ["Ada@Example.com", "Ada", "Lovelace", "POLICY_WRITER"])
    let shown = try await fixture.send(.get, "/v1/user", key: key).json["user"] as? [String: Any]
    #expect(shown?["userId"] as? String == user["userId"] as? String && shown?["email"] as? String == "Ada@Example.com")
    let tokens = try await fixture.get("/v1/api-tokens").json["apiTokens"] as? [[String: Any]]
    let token = tokens?.first { $0["id"] as? String == accepted.json["apiTokenId"] as? String }
    #expect(token?["userEmail"] as? String == "Ada@Example.com" && token?["name"] as? String == "laptop")
    #expect(token?["userId"] as? String == user["userId"] as? String)

    #expect(try await fixture.accept(code).status == 404)
    #expect(
      Self.invited(try await fixture.get("/v1/invites")).map { $0["status"] as? String } == ["INVITE_STATUS_ACCEPTED"])
    let renewed = try await fixture.send(.post, "/v1/invites/\(made.json["inviteId"] as? Int ?? 0)/renew", "{}")
    #expect(renewed.status == 400 && renewed.json["code"] as? Int == 9 && RESTFixture.code(renewed).isEmpty)
    let again = try await fixture.send(
      .post, "/v1/invites", #"{"email": "ada@example.com", "role": "API_USER"}"#)
    #expect(again.status == 409, "\(again.body)")
  }

  /// An invite expires after seven days and opens nothing then; renewed, it opens by its new code alone; taken back, by
  /// none.
  @Test func expiresAndIsRenewed() async throws {
    // A whole second, so that no moment is rounded.
    let clock = MovingClock(Date(timeIntervalSince1970: 1_800_000_000))
    let fixture = try await RESTFixture(engine: TestEngine(now: { clock.now }))
    let (id, code) = try await fixture.invite("ada@example.com")
    func statuses(_ filter: String) async throws -> [String?] {
      Self.invited(try await fixture.get("/v1/invites?query.status=\(filter)")).map { $0["status"] as? String }
    }
    clock.pass(7 * 86_400 - 1)
    #expect(try await statuses("INVITE_STATUS_PENDING") == ["INVITE_STATUS_PENDING"])
    clock.pass(1)
    #expect(try await statuses("INVITE_STATUS_PENDING") == [])
    #expect(try await statuses("INVITE_STATUS_EXPIRED") == ["INVITE_STATUS_EXPIRED"])
    #expect(try await fixture.accept(code).status == 404)
    let renewed = try await fixture.send(.post, "/v1/invites/\(id)/renew", #"{"redirectUrl": "https://example.com"}"#)
    let second = RESTFixture.code(renewed)
    #expect(renewed.status == 200 && renewed.json["inviteId"] as? Int == id && second != code, "\(renewed.body)")
    #expect(renewed.json["expiration"] is String)
    #expect(try await fixture.accept(code).status == 404)
    let third = RESTFixture.code(try await fixture.send(.post, "/v1/invites/\(id)/renew", "{}"))
    #expect(try await fixture.accept(second).status == 404)
    let deleted = try await fixture.send(.delete, "/v1/invites/\(id)", key: fixture.engine.admin)
    #expect(deleted.json["deleted"] as? Bool == true)
    #expect(try await fixture.accept(third).status == 404)
    #expect(try await fixture.send(.delete, "/v1/invites/\(id)", key: fixture.engine.admin).status == 404)
    // An expired one makes room for another.
    _ = try await fixture.invite("ada@example.com")
    clock.pass(8 * 86_400)
    #expect(InviteCode.isCode(try await fixture.invite("ADA@example.com", "POLICY_WRITER").code))
    #expect(Self.invited(try await fixture.get("/v1/invites?query.role=POLICY_WRITER")).count == 1)
    #expect(Self.invited(try await fixture.get("/v1/invites?query.role=API_USER")).isEmpty)
  }

  /// What cannot be is refused, naming the field; nothing is made of it, and no code told.
  @Test(
    arguments: [
      (#"{"role": "API_USER"}"#, 400, "email: "), (#"{"email": "ada", "role": "API_USER"}"#, 400, "email: "),
      (#"{"email": "a@b"}"#, 400, "role: "), (#"{"email": "a@b", "role": "CLAVATA_ADMIN"}"#, 400, "role: "),
      (#"{"email": "a@b", "role": 99}"#, 400, "role: "),
      (#"{"email": "a@b", "role": "API_USER", "firstName": "\u001b[2J"}"#, 400, "firstName: "),
      (
        #"{"email": "a@b", "role": "API_USER", "lastName": "\#(String(repeating: "x", count: 129))"}"#, 400,
        "lastName: "
      ),
      (#"{"email": "a@b", "role": "API_USER", "customerName": "new"}"#, 400, "customerName: "),
      (#"{"email": "a@b", "role": "API_USER", "customerId": "x"}"#, 400, "customerId: "),
      (#"{"email": "a@b", "role": "API_USER", "customerId": "\#(UUID())"}"#, 403, "customerId: "),
    ])
  func refusesWhatCannotBe(body: String, status: Int, words: String) async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(.post, "/v1/invites", body)
    #expect(answer.status == status && (answer.json["message"] as? String)?.hasPrefix(words) == true, "\(answer.body)")
    #expect(RESTFixture.code(answer).isEmpty)
    #expect(Self.invited(try await fixture.get("/v1/invites")).isEmpty)
  }

  /// Acceptance takes no key and little else: a wrong code is one answer whatever is wrong with it, and a body that is
  /// large, deep or no JSON is refused.
  @Test func acceptanceIsBounded() async throws {
    let fixture = try await RESTFixture()
    let code = try await fixture.invite("ada@example.com").code
    let wrong = ["", "x", String(code.dropLast()), code + "A", InviteCode.generate(), fixture.engine.admin]
    var answers: Set<String> = []
    for text in wrong {
      let answer = try await fixture.accept(text)
      #expect(answer.status == 404, "\(answer.body)")
      answers.insert(answer.body)
    }
    #expect(answers.count == 1)
    let bodies = [
      "", "[]", "{", "{}", #"{"code": 1}"#, String(repeating: #"{"a":"#, count: 100),
      #"{"code": "\#(code)", "firstName": "\#(String(repeating: "x", count: 129))"}"#,
      #"{"code": "\#(code)", "keyName": "\#(String(repeating: "x", count: 257))"}"#,
      #"{"code": "\#(code)", "lastName": "\u0007"}"#,
    ]
    for body in bodies {
      let answer = try await fixture.send(.post, "/v1/invites/accept", body: Array(body.utf8), key: nil)
      #expect(answer.status == 400, "\(body.prefix(40)): \(answer.body)")
    }
    let large = #"{"code": "\#(code)", "other": "\#(String(repeating: "x", count: 9_000))"}"#
    #expect(try await fixture.send(.post, "/v1/invites/accept", body: Array(large.utf8), key: nil).status == 413)
    #expect(try await fixture.send(.get, "/v1/invites/accept", key: nil).status != 200)
    // After all that it still opens, once of many at once, and a key that is shown along changes nothing.
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let body = Array(#"{"code": "\#(code)"}"#.utf8)
          return try await fixture.send(.post, "/v1/invites/accept", body: body, key: "wrong").status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.filter { $0 == 200 }.count == 1 && Set(statuses).isSubset(of: [200, 404, 429]))
  }

  /// Only administrators invite, and only into their own account: another's invites are NOT_FOUND.
  @Test func accountsAndRolesAreApart() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let (id, code) = try await fixture.invite("ada@example.com")
    let attempts: [(HTTPRequest.Method, String, String?)] = [
      (.post, "/v1/invites", #"{"email": "a@b", "role": "ACCOUNT_ADMIN"}"#), (.get, "/v1/invites", nil),
      (.post, "/v1/invites/\(id)/renew", "{}"), (.delete, "/v1/invites/\(id)", nil),
    ]
    for (method, path, body) in attempts {
      for key in [fixture.engine.evaluator, fixture.engine.writer] {
        #expect(try await fixture.status(method, path, body, key: key) == 403, "\(method) \(path)")
      }
    }
    #expect(try await fixture.status(.post, "/v1/invites/\(id)/renew", "{}", key: other.admin) == 404)
    #expect(try await fixture.status(.delete, "/v1/invites/\(id)", key: other.admin) == 404)
    #expect(Self.invited(try await fixture.send(.get, "/v1/invites", key: other.admin)).isEmpty)
    for wrong in ["0", "-1", "4294967296", "x"] {
      let status = try await fixture.status(.delete, "/v1/invites/\(wrong)", key: fixture.engine.admin)
      #expect(status == (wrong == "0" ? 404 : 400), "\(wrong)")
    }
    // The same address may be asked into both, and comes to be a user of each.
    let theirs = try await fixture.person("ada@example.com", key: other.admin)
    let ours = try await fixture.accept(code)
    #expect(ours.status == 200 && (ours.json["userInfo"] as? [String: Any])?["userId"] as? String != theirs.id)
    let accounts = try await fixture.send(.get, "/v1/accounts", key: theirs.key).json["accounts"] as? [[String: Any]]
    #expect(accounts?.map { $0["customerId"] as? String } == [other.id.uuidString.lowercased()])
  }

  /// gRPC: the code is in the trailing metadata, and nowhere else.
  @Test func servesGRPC() async throws {
    let engine = try await TestEngine()
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_InvitesService.Client(wrapping: connection)
        let admin: Metadata = ["authorization": "Bearer \(engine.admin)"]
        @Sendable func code(_ metadata: Metadata) -> String {
          metadata[stringValues: InviteCodeHeader.name].first { _ in true } ?? ""
        }
        let request = Clavata_Gateway_V1_InviteRequest.with {
          $0.email = "ada@example.com"
          $0.role = .policyWriter
        }
        let (id, first) = try await client.invite(request, metadata: admin) { response in
          (try response.message.inviteID, code(response.trailingMetadata))
        }
        let (renewed, second) = try await client.renewInvite(.with { $0.inviteID = id }, metadata: admin) { response in
          (try response.message, code(response.trailingMetadata))
        }
        #expect(InviteCode.isCode(first) && InviteCode.isCode(second) && first != second)
        #expect(renewed.inviteID == id && renewed.expiration.seconds > 0)
        let refused = await #expect(throws: RPCError.self) {
          try await client.invite(request, metadata: admin)
        }
        #expect(refused?.code == .alreadyExists)
        #expect(try await client.listInvites(.init(), metadata: admin).invitedUsers.map(\.status) == [.pending])
        let made = try await engine.engine.invites.accept(InviteAcceptance(code: second))
        #expect(made.userInfo.role == .policyWriter)
        let deleted = try await client.deleteInvite(.with { $0.inviteID = id }, metadata: admin)
        #expect(deleted.deleted && deleted.inviteID == id)
        let after = await #expect(throws: RPCError.self) {
          try await client.deleteInvite(.with { $0.inviteID = id }, metadata: admin)
        }
        #expect(after?.code == .notFound)
      }
    }
  }
}
