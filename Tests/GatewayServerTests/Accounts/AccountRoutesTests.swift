internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// What a caller is told of its account.
struct AccountRoutesTests {
  /// The limits that are set are told by name, for the caller's own account alone.
  @Test func tellsTheLimits() async throws {
    let limiter = RateLimiter(key: RateLimit(perSecond: 7, burst: 4), account: nil)
    let fixture = try await RESTFixture(engine: TestEngine(limiter: limiter))
    let own = "/v1/customers/\(fixture.engine.account.uuidString.lowercased())/rate-limits"
    let names = try await fixture.get("/v1/rate-limits").json["buckets"] as? [String]
    #expect(names == ["key", "account"])
    let limits = try await fixture.get(own).json["rateLimits"] as? [String: [String: Any]]
    #expect(limits?.keys.sorted() == ["key"])
    #expect(limits?["key"]?["limit"] as? Int == 7 && limits?["key"]?["burst"] as? Int == 28)
    #expect(limits?["key"]?["period"] as? String == "1s")
    let account = try await fixture.get("\(own)?buckets=account").json["rateLimits"] as? [String: Any]
    #expect(account?.isEmpty == true)
    let other = try await fixture.engine.otherAccount()
    let statuses = [
      try await fixture.get("\(own)?buckets=other").status, try await fixture.send(.get, own, key: other.admin).status,
      try await fixture.send(.get, "/v1/customers/x/rate-limits", key: other.admin).status,
    ]
    #expect(statuses == [400, 403, 400])
  }

  /// A caller is told who it is and where it belongs; an administrator, who there is.
  @Test func tellsWhoIsThere() async throws {
    let fixture = try await RESTFixture()
    let (evaluator, admin) = (fixture.engine.evaluator, fixture.engine.admin)
    func user(_ path: String, _ key: String) async throws -> [String?] {
      let user = try await fixture.send(.get, path, key: key).json["user"] as? [String: Any]
      return [user?["userId"] as? String, user?["role"] as? String]
    }
    #expect(try await user("/v1/user", evaluator) == ["evaluator", "API_USER"])
    #expect(try await user("/v1/user", admin) == ["admin", "ACCOUNT_ADMIN"])
    #expect(try await user("/v1/users/writer", evaluator) == ["writer", "POLICY_WRITER"])
    #expect(try await fixture.get("/v1/users/root").status == 404)
    #expect(try await fixture.send(.get, "/v1/users", key: evaluator).status == 403)
    func users(_ path: String) async throws -> [String?] {
      (try await fixture.get(path).json["users"] as? [[String: Any]] ?? []).map { $0["userId"] as? String }
    }
    #expect(try await users("/v1/users") == ["admin", "writer", "evaluator"])
    #expect(try await users("/v1/users?query.role=POLICY_WRITER") == ["writer"])

    let other = try await fixture.engine.otherAccount()
    let accounts = try await fixture.send(.get, "/v1/accounts", key: other.admin).json["accounts"] as? [[String: Any]]
    #expect(accounts?.map { $0["customerId"] as? String } == [other.id.uuidString.lowercased()])
    #expect(accounts?.first?["customerName"] as? String == "other")
    #expect(accounts?.first?["isCurrent"] as? Bool == true)
  }

  /// gRPC tells the same.
  @Test func servesGRPC() async throws {
    let engine = try await TestEngine()
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let limits = Clavata_Gateway_V1_LimitsService.Client(wrapping: connection)
        let users = Clavata_Gateway_V1_UsersService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.admin)"]
        let names = try await limits.listRateLimits(.init(), metadata: metadata).buckets
        let set = try await limits.getCustomerRateLimits(.init(), metadata: metadata).rateLimits
        #expect(names == ["key", "account"] && set.isEmpty)
        let user = try await users.getUser(.init(), metadata: metadata).user
        let all = try await users.getUsersInAccount(.init(), metadata: metadata).users
        #expect(user.role == .accountAdmin && all.count == 3)
        let accounts = try await users.getMyAccounts(.init(), metadata: metadata).accounts
        #expect(accounts.map(\.customerName) == ["default"])
      }
    }
  }
}
