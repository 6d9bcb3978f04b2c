internal import Foundation
internal import GatewayProtocol
internal import HTTPTypes
internal import TestSupport
internal import Testing

@testable import GatewayServer

/// The API's document beside the server that it is of.
struct OpenAPIDocumentTests {
  /// Every route of the table is an operation of the document, with its path parameters, and no operation is of no route.
  @Test func everyRouteIsInIt() async throws {
    let fixture = try await RESTFixture()
    let document = try await DeclaredAnswers(fixture).document
    let routes = RouteTable.routes(ServiceSet(engine: fixture.engine.engine))
    #expect(routes.count > 15)
    for route in routes {
      let operation = try #require(
        document["paths"]?[route.path]?[route.verb.rawValue.lowercased()], "\(route.verb) \(route.path)")
      let parameters = (operation["parameters"]?.elements ?? []).filter { $0["in"]?.text == "path" }
      #expect(parameters.compactMap { $0["name"]?.text } == route.pathParameters, "\(route.path)")
      if let key = route.keyParameter {
        let queried = (operation["parameters"]?.elements ?? []).filter { $0["in"]?.text == "query" }
        #expect(queried.compactMap { $0["name"]?.text } == [key], "\(route.path)")
      }
      #expect((operation["requestBody"] != nil) == route.hasBody, "\(route.path)")
      #expect((operation["responses"]?["200"] != nil) == route.isServed, "\(route.path)")
      #expect(operation["description"]?.text?.isEmpty == false, "\(route.path)")
    }
    let declared = Set(
      (document["paths"]?.members ?? [:]).flatMap { path, item in (item.members ?? [:]).keys.map { "\($0) \(path)" } })
    let open = Set(OpenPaths.nodes.map { "get \($0.name)" })
    #expect(declared == open.union(routes.map { "\($0.verb.rawValue.lowercased()) \($0.path)" }))
  }

  /// A route reads the message that its method takes, so that the schemas derived from the method are those of the route.
  @Test func routesReadWhatTheirMethodsTake() async throws {
    let fixture = try await RESTFixture()
    let types = DescribedTypes()
    for route in RouteTable.routes(ServiceSet(engine: fixture.engine.engine)) {
      guard let request = route.request else { continue }
      let method = try #require(types.methods[route.method], "\(route.method)")
      #expect(method.request == request, "\(route.path)")
      let bound = Set(route.bind.keys)
      #expect(bound.isSubset(of: route.pathParameters), "\(route.path)")
    }
  }

  /// Every reference leads somewhere, operations have ids of their own, and what has a name is used.
  @Test func referencesResolve() async throws {
    let declared = try await DeclaredAnswers(RESTFixture())
    let objects = declared.document.objects
    let references = objects.compactMap { $0["$ref"]?.text }
    #expect(references.count > 100)
    for reference in Set(references) { #expect(declared.check.resolved(reference) != nil, "\(reference)") }
    let ids = objects.compactMap { $0["operationId"]?.text }
    #expect(Set(ids).count == ids.count)
    let schemas = declared.document["components"]?["schemas"]?.members ?? [:]
    let unused = schemas.keys.filter { !references.contains("#/components/schemas/\($0)") }
    // Refused images are told in `details`, which may hold anything.
    #expect(unused.sorted() == ["PrecheckFailure"])
  }

  /// Comments of the `.proto` files are the descriptions; parameters nest as the binder reads them; fields without
  /// presence are always there in answers and never demanded of requests.
  @Test func itSaysWhatTheDescriptorsSay() async throws {
    let document = try await DeclaredAnswers(RESTFixture()).document
    let list = document["paths"]?["/v1/jobs"]?["get"]
    #expect(list?["summary"]?.text == "Lists jobs, newest first")
    #expect(list?["description"]?.text?.contains("Needs a key of the role `evaluator` or above.") == true)
    #expect(list?["description"]?.text?.contains("GET /v1") == false)
    let names = Set((list?["parameters"]?.elements ?? []).compactMap { $0["name"]?.text })
    #expect(names.isSuperset(of: ["pageSize", "pageToken", "query.status", "query.createdTimeRange.start"]))
    #expect(!names.contains("query") && !names.contains("query.createdTimeRange"))
    let versions = document["paths"]?["/v1/policies/{id}/versions"]?["get"]?["parameters"]?.elements ?? []
    let versionNames = versions.compactMap { $0["name"]?.text }
    #expect(versionNames.contains("query.versionUuids") && !versionNames.contains("query.policyIdentifier.policyId"))

    let schemas = document["components"]?["schemas"]
    let job = schemas?["Job"]
    let required = Set((job?["required"]?.elements ?? []).compactMap(\.text))
    #expect(required.isSuperset(of: ["jobUuid", "status", "results"]) && !required.contains("created"))
    #expect(schemas?["EvaluateRequest"]?["required"] == nil)
    #expect(schemas?["ContentDataInput"]?["oneOf"]?.elements?.count == 6)
    #expect(schemas?["ContentData"]?["properties"]?["image"]?["contentEncoding"] == .text("base64"))
    let report = schemas?["PolicyEvaluationReport.FeatureReport"]
    #expect(report?["properties"]?["featureId"]?["type"] == .text("string"))
    #expect(job?["properties"]?["created"]?["format"] == .text("date-time"))
  }

  /// Anyone gets it, with a tag that spares the second time; it is the same bytes always.
  @Test func itIsServedToAll() async throws {
    let fixture = try await RESTFixture()
    for path in ["/openapi.json", "/docs"] {
      let first = try await fixture.send(.get, path, key: nil)
      let tag = try #require(first.headers[.eTag])
      #expect(first.status == 200 && first.headers[.cacheControl] == "no-cache")
      let second = try await fixture.send(.get, path, key: nil, headers: [.ifNoneMatch: "\"other\", W/\(tag)"])
      #expect(second.status == 304 && second.body.isEmpty && second.headers[.eTag] == tag)
      let other = try await fixture.send(.get, path, key: nil, headers: [.ifNoneMatch: "\"other\""])
      #expect(other.status == 200 && other.body == first.body)
      let again = try await RESTFixture().send(.get, path, key: nil)
      #expect(again.headers[.eTag] == tag)
    }
  }
}

extension Route {
  fileprivate var hasBody: Bool {
    if case .query = body { false } else { true }
  }
}
