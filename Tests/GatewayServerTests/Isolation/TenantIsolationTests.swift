internal import Foundation
internal import GRPCCore
internal import GRPCNIOTransportHTTP2
internal import GatewayProtocol
internal import TestSupport
internal import Testing

@testable internal import GatewayServer

/// Accounts are apart, on every method that takes an id.
struct TenantIsolationTests {
  private typealias Client = GRPCClient<HTTP2ClientTransport.Posix>

  private static let package = "clavata.gateway.v1"
  private let described = DescribedRequests()

  /// Two accounts with one of everything, on a server that runs.
  private struct Accounts {
    var fixture: RESTFixture
    var client: Client
    var owner: Tenant
    var other: Tenant
    /// `Service/Method` of all that is served.
    var served: Set<String>

    /// The cases of what is served and of what was made.
    func cases(_ all: [IsolationCase]) -> [IsolationCase] {
      all.filter { tried in
        served.contains(tried.method) && tried.names.others.union(tried.names.own).allSatisfy { owner.ids[$0] != nil }
      }
    }
  }

  private func withAccounts(_ body: (Accounts) async throws -> Void) async throws {
    let fixture = try await RESTFixture()
    let engine = fixture.engine
    let methods = methods(of: engine)
    let account = try await engine.otherAccount()
    // The server runs while they are made: their jobs are waited for.
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { client in
        var served: Set<String> = []
        for method in methods {
          let call = try await RawCall.send([], to: "\(Self.package).\(method)", key: account.admin, over: client)
          if call.code != .unimplemented { served.insert(method) }
        }
        let owner = try await Tenant(
          word: "quokka", account: engine.account, key: engine.admin, served: served, in: fixture)
        let other = try await Tenant(
          word: "wombat", account: account.id, key: account.admin, served: served, in: fixture)
        try await body(
          Accounts(fixture: fixture, client: client, owner: owner, other: other, served: served))
      }
    }
  }

  /// `Service/Method` of all that there are handlers of.
  private func methods(of engine: TestEngine) -> [String] {
    var router = RPCRouter<HTTP2ServerTransport.Posix>()
    for service in GRPCServices.all(ServiceSet(engine: engine.engine)) { service.registerMethods(with: &router) }
    return router.methods.map(\.fullyQualifiedMethod).filter { $0.hasPrefix("\(Self.package).") }.map {
      String($0.dropFirst(Self.package.count + 1))
    }
  }

  /// Every field of every served method in which an id can be has a case.
  @Test func everyIdentifierIsTried() async throws {
    try await withAccounts { accounts in
      var covered: [String: Set<String>] = [:]
      for tried in accounts.cases(IsolationCase.all) {
        let json = try JSONSerialization.jsonObject(with: Data(tried.request.utf8))
        covered[tried.method, default: []].formUnion(DescribedRequests.identified(json))
      }
      for entry in IsolationCase.unread.keys {
        let parts = entry.split(separator: " ").map(String.init)
        covered[parts[0], default: []].insert(parts[1])
      }
      var fields = 0
      for method in accounts.served {
        let message = try #require(described.requests["\(Self.package).\(method)"])
        let identifiers = described.identifiers(of: message)
        fields += identifiers.count
        let missing = identifiers.subtracting(covered[method] ?? [])
        #expect(missing.isEmpty, "\(method) has no case for \(missing.sorted())")
      }
      #expect(fields > 50 && accounts.served.count > 50)
    }
  }

  /// Another account's id is answered as an id that nobody has, with nothing of that account in the answer; afterwards
  /// the owner finds all as it was, and gets by the same requests what it asks for.
  @Test func accountsAreApart() async throws {
    try await withAccounts { accounts in
      let (owner, other) = (accounts.owner, accounts.other)
      let cases = accounts.cases(IsolationCase.all)
      let views = accounts.cases(IsolationCase.views)
      #expect(cases.count > 50 && views.count > 10)
      let stranger = owner.strange()
      let known = Dictionary(
        uniqueKeysWithValues: stranger.ids.filter { $0.key != "user" }.map { ($0.value, owner.ids[$0.key] ?? "") })

      var before: [RawCall] = []
      for view in views { before.append(try await send(view, from: owner, naming: owner, over: accounts.client)) }
      for tried in cases {
        let call = try await send(tried, from: other, naming: owner, over: accounts.client)
        #expect(call.code == Self.code(of: tried.answer), "\(tried): \(call)")
        for secret in owner.secrets(beside: tried.names.others) { #expect(!call.contains(secret), "\(tried): \(call)") }
        if tried.answer == .own { continue }
        let unknown = try await send(tried, from: other, naming: stranger, over: accounts.client)
        #expect(call == unknown.replacing(known), "\(tried): \(call), and of an unknown id \(unknown)")
      }
      for (view, first) in zip(views, before) {
        let last = try await send(view, from: owner, naming: owner, over: accounts.client)
        #expect(first == last && first.code == nil, "\(view): \(first), then \(last)")
        #expect(owner.secrets(beside: []).contains { first.contains($0) }, "\(view): \(first)")
      }

      for tried in cases {
        let call = try await send(tried, from: owner, naming: owner, over: accounts.client)
        #expect(call.code == tried.owner, "\(tried) of its owner: \(call)")
        if tried.answer == .nothing {
          #expect(owner.secrets(beside: tried.names.others).contains { call.contains($0) }, "\(tried): \(call)")
        }
      }
    }
  }

  /// The same over REST, for what REST alone has.
  @Test func routesOfTheirOwnAreApart() async throws {
    let ids = ["gavel.Batches/Start": "batch", "gavel.Batches/Status": "batch"]
    try await withAccounts { accounts in
      let fixture = accounts.fixture
      let routes = RouteTable.routes(ServiceSet(engine: fixture.engine.engine)).filter {
        described.requests[$0.method] == nil && !$0.pathParameters.isEmpty
      }
      #expect(routes.count >= ids.count)
      for route in routes {
        let name = try #require(ids[route.method], "\(route.method) has no case")
        let id = try #require(accounts.owner.ids[name])
        let strange = UUID().uuidString.lowercased()
        let path = route.path.replacing("{id}", with: id)
        let answer = try await fixture.send(route.verb, path, key: accounts.other.key)
        let unknown = try await fixture.send(
          route.verb, route.path.replacing("{id}", with: strange), key: accounts.other.key)
        #expect(
          answer.status == 404 && answer.body.replacing(id, with: strange) == unknown.body, "\(path): \(answer.body)")
        #expect(try await fixture.send(route.verb, path, key: accounts.owner.key).status == 200, "\(path)")
      }
    }
  }

  private static func code(of answer: IsolationCase.Answer) -> RPCError.Code? {
    switch answer {
    case .notFound: .notFound
    case .denied: .permissionDenied
    case .invalid: .invalidArgument
    case .nothing, .idle, .own: nil
    }
  }

  private func send(
    _ tried: IsolationCase, from sender: Tenant, naming owner: Tenant, over client: Client
  ) async throws -> RawCall {
    let method = "\(Self.package).\(tried.method)"
    let text = owner.request(of: tried, from: sender)
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let message = try #require(described.requests[method])
    let request = try described.bytes(of: try #require(json), as: message)
    return try await RawCall.send(request, to: method, key: sender.key, over: client)
  }
}
