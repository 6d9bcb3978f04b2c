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

/// The caller's account at the boundary.
struct CustomerRoutesTests {
  private static func customer(_ answer: RESTFixture.Answer) -> [String: Any] {
    answer.json["customer"] as? [String: Any] ?? [:]
  }

  /// A list is of the caller's account alone, with people and keys where asked for.
  @Test func listsTheOwn() async throws {
    let fixture = try await RESTFixture()
    _ = try await fixture.engine.otherAccount()
    let ada = try await fixture.person("ada@example.com")
    let own = fixture.engine.account.uuidString.lowercased()
    func listed(_ query: String) async throws -> [String: Any] {
      let customers = try await fixture.get("/v1/customers\(query)").json["customers"] as? [[String: Any]] ?? []
      #expect(customers.map { $0["customerId"] as? String } == [own])
      return customers.first ?? [:]
    }
    let bare = try await listed("")
    #expect((bare["users"] as? [Any])?.isEmpty == true && (bare["apiTokens"] as? [Any])?.isEmpty == true)
    #expect(bare["name"] as? String == "default" && bare["tosAccepted"] as? Bool == false)
    #expect(bare["createdAt"] is String && bare["accountTier"] as? String == "CUSTOMER_ACCOUNT_TIER_UNSPECIFIED")
    let full = try await listed("?options.hydrateUsers=true&options.hydrateApiTokens=true")
    #expect((full["users"] as? [[String: Any]])?.map { $0["userId"] as? String } == [ada.id])
    let tokens = full["apiTokens"] as? [[String: Any]] ?? []
    #expect(tokens.count == 4 && tokens.first?["userEmail"] as? String == "ada@example.com")
    let body = try await fixture.get("/v1/customers?options.hydrateApiTokens=true").body
    #expect(!body.contains(ada.key) && !body.contains(fixture.engine.admin))
    let client = CustomerService(
      store: fixture.engine.store, tokens: fixture.engine.engine.tokens)
    let refused = await #expect(throws: GatewayError.self) {
      try await client.list(.with { $0.sorting = [.with { $0.by = "secret" }] }, caller: fixture.engine.caller)
    }
    #expect(refused?.code == .invalidArgument)
    _ = try await client.list(.with { $0.sorting = [.with { $0.by = "created_at" }] }, caller: fixture.engine.caller)
  }

  /// Name and address can be changed, and are kept; a tier cannot, nor what has not the form.
  @Test func changesTheOwn() async throws {
    let fixture = try await RESTFixture()
    let path = "/v1/customers/\(fixture.engine.account)"
    let changed = try await fixture.send(.patch, path, #"{"patch": {"name": "Acme", "email": "ops@acme.example"}}"#)
    #expect(Self.customer(changed)["name"] as? String == "Acme")
    let shown = Self.customer(try await fixture.get(path))
    #expect(
      shown["email"] as? String == "ops@acme.example" && shown["updatedAt"] as? String != shown["createdAt"] as? String)
    // The account of a server is found again by whatever name.
    #expect(try await KeyService(store: fixture.engine.store).account().id == fixture.engine.account)
    _ = try await fixture.engine.otherAccount()
    let wrong = [
      (#"{"accountTier": "CUSTOMER_ACCOUNT_TIER_ENTERPRISE"}"#, 400), (#"{"name": ""}"#, 400),
      (#"{"name": "a\u0007"}"#, 400), (#"{"email": "x"}"#, 400), (#"{"name": "other"}"#, 409),
    ]
    for (patch, status) in wrong {
      let answer = try await fixture.send(.patch, path, #"{"patch": \#(patch)}"#)
      #expect(answer.status == status, "\(patch): \(answer.body)")
    }
    #expect(Self.customer(try await fixture.get(path))["name"] as? String == "Acme")
    let cleared = try await fixture.send(.patch, path, #"{"patch": {"email": ""}}"#)
    #expect(Self.customer(cleared)["email"] as? String == "" && Self.customer(cleared)["name"] as? String == "Acme")
  }

  /// The terms are accepted, and stay so. An account is not deleted, and says what to do instead.
  @Test func acceptsTermsAndIsNotDeleted() async throws {
    let fixture = try await RESTFixture()
    let path = "/v1/customers/\(fixture.engine.account)"
    for _ in 0..<2 { #expect(try await fixture.send(.post, "/v1/customers/accept-tos", "{}").status == 200) }
    #expect(Self.customer(try await fixture.get(path))["tosAccepted"] as? Bool == true)
    let refused = try await fixture.send(.delete, path, key: fixture.engine.admin)
    #expect(refused.status == 400 && refused.json["code"] as? Int == 9)
    #expect((refused.json["message"] as? String)?.contains("data folder") == true)
    #expect(try await fixture.get(path).status == 200)
  }

  /// Another account is NOT_FOUND to every method, and no role but an administrator's sees even its own.
  @Test func accountsAndRolesAreApart() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let attempts: [(HTTPRequest.Method, String, String?)] = [
      (.get, "", nil), (.patch, "", #"{"patch": {"name": "taken"}}"#), (.delete, "", nil),
    ]
    for (method, _, body) in attempts {
      for id in [fixture.engine.account, UUID()] {
        let status = try await fixture.status(method, "/v1/customers/\(id)", body, key: other.admin)
        #expect(status == 404, "\(method) \(id)")
      }
      #expect(try await fixture.status(method, "/v1/customers/x", body, key: other.admin) == 400)
      for key in [fixture.engine.evaluator, fixture.engine.writer] {
        #expect(try await fixture.status(method, "/v1/customers/\(fixture.engine.account)", body, key: key) == 403)
      }
    }
    #expect(try await fixture.status(.get, "/v1/customers", key: fixture.engine.writer) == 403)
    #expect(try await fixture.status(.post, "/v1/customers/accept-tos", "{}", key: fixture.engine.writer) == 403)
    #expect(
      Self.customer(try await fixture.get("/v1/customers/\(fixture.engine.account)"))["name"] as? String == "default")
  }

  /// gRPC does the same.
  @Test func servesGRPC() async throws {
    let engine = try await TestEngine()
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_CustomersService.Client(wrapping: connection)
        let admin: Metadata = ["authorization": "Bearer \(engine.admin)"]
        let id = engine.account.uuidString.lowercased()
        #expect(try await client.listCustomers(.init(), metadata: admin).customers.map(\.customerID) == [id])
        let patched = try await client.patchCustomer(
          .with {
            $0.customerID = id
            $0.patch = .with { $0.name = "Acme" }
          }, metadata: admin)
        #expect(patched.customer.name == "Acme")
        _ = try await client.acceptCustomerTOS(.init(), metadata: admin)
        #expect(try await client.getCustomer(.with { $0.customerID = id }, metadata: admin).customer.tosAccepted)
        let refused = await #expect(throws: RPCError.self) {
          try await client.deleteCustomer(.with { $0.customerID = id }, metadata: admin)
        }
        #expect(refused?.code == .failedPrecondition)
      }
    }
  }
}
