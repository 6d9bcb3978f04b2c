internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable internal import GatewayServer

/// Who may do what.
struct AccessTests {
  /// No key, a wrong key and a revoked key are all the same 401, with the header that says so.
  @Test func refusesWhoIsNotKnown() async throws {
    let fixture = try await RESTFixture()
    let keys = KeyService(store: fixture.engine.store)
    let (revoked, record) = try await keys.create(
      name: "", role: .admin, expires: nil, account: fixture.engine.account)
    _ = try await keys.set(.revoked, key: record.id, account: fixture.engine.account)
    let (expired, _) = try await keys.create(
      name: "", role: .admin, expires: Date().addingTimeInterval(0.05), account: fixture.engine.account)
    try await Task.sleep(for: .milliseconds(60))
    for key in [nil, "", "wrong", String(repeating: "x", count: 10_000), revoked, expired] {
      let answer = try await fixture.send(.get, "/v1/jobs", key: key)
      #expect(answer.status == 401 && answer.headers[.wwwAuthenticate] == "Bearer", "\(answer.body)")
    }
  }

  /// A key does what its role covers, and no more.
  @Test func rolesCoverWhatTheySay() async throws {
    let fixture = try await RESTFixture()
    let create = Array(#"{"policyKey": "k", "versionText": "LABEL \"a\" { \"b\" }"}"#.utf8)
    let statuses = try await [
      fixture.send(.post, "/v1/policies", body: create, key: fixture.engine.evaluator).status,
      fixture.send(.get, "/v1/policies", key: fixture.engine.evaluator).status,
      fixture.send(.post, "/v1/policies", body: create, key: fixture.engine.writer).status,
    ]
    #expect(statuses == [403, 200, 200])
  }

  /// Every method of every service, and every method that REST alone has, has an entry in the role table: none is
  /// forgotten, none is left over.
  @Test func everyMethodHasARole() async throws {
    var methods: Set<String> = []
    for file in WireDescriptors.files {
      for service in file.service where !service.name.isEmpty {
        for method in service.method { methods.insert("\(file.package).\(service.name)/\(method.name)") }
      }
    }
    #expect(methods.count > 110)
    let routes = RouteTable.routes(ServiceSet(engine: try await TestEngine().engine))
    methods.formUnion(routes.map(\.method))
    #expect(methods == Set(MethodRoles.table.keys))
  }

  /// No route but one is for anyone: each lets in who shows a key of the least role it asks for, and nobody without
  /// one.
  @Test func noRouteGoesUnguarded() async throws {
    let fixture = try await RESTFixture()
    let routes = RouteTable.routes(ServiceSet(engine: fixture.engine.engine))
    #expect(routes.count > 15)
    let open = routes.filter { if case .open = $0.call { true } else { false } }
    #expect(open.map(\.path) == ["/v1/invites/accept"])
    for route in routes where route.path != "/v1/invites/accept" {
      guard case .least? = MethodRoles.access(to: route.method) else {
        Issue.record("\(route.verb) \(route.path) is open")
        continue
      }
      let path = route.path.replacing("{id}", with: fixture.policyID)
      for query in ["", "?key=wrong", "?key="] {
        let answer = try await fixture.send(route.verb, path + query, key: nil)
        #expect(answer.status == 401 && answer.headers[.wwwAuthenticate] == "Bearer", "\(path): \(answer.body)")
      }
    }
    let caller = fixture.engine.caller
    #expect(throws: GatewayError.self) { try Authenticator.authorize(caller, for: "gavel.Moderations/Other") }
  }

  /// Nothing of one account can be seen or changed with another's key, whatever id is named.
  @Test func accountsAreApart() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let evaluated = try await fixture.send(
      .post, "/v1/jobs", #"{"contentData":[{"text":"a cat"}],"policyId":"\#(fixture.policyID)"}"#)
    let job = (evaluated.json["job"] as? [String: Any])?["jobUuid"] as? String ?? ""
    #expect(try await fixture.get("/v1/jobs/\(job)").status == 200)
    let id = fixture.policyID
    let attempts: [(HTTPRequest.Method, String, String?)] = [
      (.get, "/v1/jobs/\(job)", nil),
      (.get, "/v1/policies/\(id)", nil),
      (.patch, "/v1/policies/\(id)", #"{"disabled": true}"#),
      (.delete, "/v1/policies/\(id)", nil),
      (.get, "/v1/policies/\(id)/versions", nil),
      (.post, "/v1/policies/\(id)/versions", #"{"versionText": "LABEL \"a\" { \"b\" }"}"#),
      (.put, "/v1/policies/\(id)/active-version", #"{"activeVersionId": "\#(id)"}"#),
      (.post, "/v1/jobs/stream", #"{"contentData":[{"text":"a"}],"policyId":"\#(id)"}"#),
      (.post, "/v1/jobs", #"{"contentData":[{"text":"a"}],"policyId":"\#(id)"}"#),
    ]
    for (method, path, body) in attempts {
      let answer = try await fixture.send(method, path, body: body.map { Array($0.utf8) }, key: other.admin)
      #expect(answer.status == 404, "\(method) \(path): \(answer.status) \(answer.body)")
    }
    let listed = try await fixture.send(.get, "/v1/jobs", key: other.admin)
    #expect((listed.json["jobs"] as? [Any])?.isEmpty == true)
    let policies = try await fixture.send(.get, "/v1/policies", key: other.admin)
    #expect((policies.json["policies"] as? [Any])?.isEmpty == true)
  }
}
