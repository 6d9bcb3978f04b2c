internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Label snippets over REST.
struct SnippetTests {
  private func tag(_ fixture: RESTFixture, _ names: String...) async throws {
    for name in names {
      let answer = try await fixture.send(.post, "/v1/snippet-tags", #"{"name": "\#(name)"}"#)
      #expect(answer.status == 200 && answer.json["name"] as? String == name && answer.json["id"] is String)
    }
  }

  private func create(_ fixture: RESTFixture, _ name: String, tags: String = "") async throws -> String {
    let answer = try await fixture.send(
      .post, "/v1/label-snippets",
      #"{"name": "\#(name)", "description": "d", "policyId": "\#(fixture.policyID)", "tags": [\#(tags)]}"#)
    #expect(answer.status == 200, "\(answer.body)")
    return (answer.json["snippet"] as? [String: Any])?["id"] as? String ?? ""
  }

  private func names(_ fixture: RESTFixture, _ query: String = "", key: String? = nil) async throws -> [String] {
    let answer = try await fixture.send(.get, "/v1/label-snippets\(query)", key: key ?? fixture.engine.evaluator)
    return (answer.json["snippets"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
  }

  /// A snippet has the text that its policy had then, is found by its tags, changed and deleted.
  @Test func aSnippetsLife() async throws {
    let fixture = try await RESTFixture()
    try await tag(fixture, "pets", "sky")
    let id = try await create(fixture, "animals", tags: #""pets", "pets""#)
    _ = try await create(fixture, "weather", tags: #""sky""#)
    #expect(try await names(fixture) == ["animals", "weather"])
    #expect(try await names(fixture, "?tags=pets") == ["animals"])
    #expect(try await names(fixture, "?tags=pets&tags=sky") == ["animals", "weather"])

    _ = try await fixture.send(
      .post, "/v1/policies/\(fixture.policyID)/versions",
      #"{"versionText": "LABEL \"new\" { \"b\" }", "activate": true}"#)
    func snippet(_ change: String) async throws -> [String: Any] {
      let answer = try await fixture.send(.patch, "/v1/label-snippets/\(id)", change)
      return answer.json["snippet"] as? [String: Any] ?? [:]
    }
    let renamed = try await snippet(#"{"name": "beasts"}"#)
    #expect(renamed["content"] as? String == RESTFixture.policy && renamed["tags"] as? [String] == ["pets"])
    let copied = try await snippet(#"{"policyId": "\#(fixture.policyID)", "tags": {"tags": []}}"#)
    #expect(copied["name"] as? String == "beasts" && copied["description"] as? String == "d")
    #expect(copied["content"] as? String == #"LABEL "new" { "b" }"# && copied["tags"] as? [String] == [])

    let deleted = try await fixture.send(.delete, "/v1/label-snippets/\(id)", key: fixture.engine.writer)
    #expect(deleted.json["success"] as? Bool == true)
    #expect(try await names(fixture) == ["weather"])
    #expect(try await fixture.send(.delete, "/v1/label-snippets/\(id)", key: fixture.engine.writer).status == 404)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var body: String
    var status: Int
    var says: String
    var testDescription: String { says }
  }

  private static let manyTags = Array(repeating: "\"t\"", count: 51).joined(separator: ",")

  static let refusals = [
    Refusal(body: #"{"name": "", "policyId": "ID"}"#, status: 400, says: "name: must be 1 to 256 bytes"),
    Refusal(body: #"{"name": " x", "policyId": "ID"}"#, status: 400, says: "without white space around it"),
    Refusal(body: #"{"name": "x"}"#, status: 400, says: "policyId: is required"),
    Refusal(
      body: #"{"name": "x", "policyId": "6c0d5e0c-8a55-4c53-9d0e-d4a4b6a0d9f1"}"#, status: 404,
      says: "no policy has the id"),
    Refusal(body: #"{"name": "taken", "policyId": "ID"}"#, status: 409, says: "the name `taken` is taken"),
    Refusal(
      body: #"{"name": "x", "policyId": "ID", "tags": ["none"]}"#, status: 404, says: "no snippet tag is called `none`"),
    Refusal(
      body: #"{"name": "x", "policyId": "ID", "description": "\#(String(repeating: "d", count: 4_097))"}"#, status: 400,
      says: "description: must be at most"),
    Refusal(
      body: #"{"name": "x", "policyId": "ID", "tags": [\#(manyTags)]}"#,
      status: 400, says: "tags: must be at most 50"),
    Refusal(body: #"{"name": "x", "policyId": "LARGE"}"#, status: 400, says: "over a snippet's limit"),
  ]

  /// What is wrong with a snippet is told, and nothing is kept of it.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await RESTFixture()
    _ = try await create(fixture, "taken")
    let large = try await fixture.engine.policy(
      RESTFixture.policy + String(repeating: " ", count: 16 << 10), key: "large")
    let body = refusal.body.replacing("\"ID\"", with: "\"\(fixture.policyID)\"")
      .replacing("\"LARGE\"", with: "\"\(large.uuidString)\"")
    let answer = try await fixture.send(.post, "/v1/label-snippets", body)
    #expect(answer.status == refusal.status && answer.body.contains(refusal.says), "\(answer.status) \(answer.body)")
    #expect(try await names(fixture) == ["taken"])
  }

  /// Another account neither sees nor touches a snippet, nor copies a policy; an evaluator only reads.
  @Test func accountsAreApart() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let id = try await create(fixture, "mine")
    let attempts: [(HTTPRequest.Method, String, String?)] = [
      (.patch, "/v1/label-snippets/\(id)", #"{"name": "yours"}"#),
      (.delete, "/v1/label-snippets/\(id)", nil),
      (.post, "/v1/label-snippets", #"{"name": "copy", "policyId": "\#(fixture.policyID)"}"#),
    ]
    for (method, path, body) in attempts {
      let strange = try await fixture.send(method, path, body: body.map { Array($0.utf8) }, key: other.admin)
      #expect(strange.status == 404, "\(method) \(path): \(strange.body)")
      let low = try await fixture.send(method, path, body: body.map { Array($0.utf8) }, key: fixture.engine.evaluator)
      #expect(low.status == 403, "\(method) \(path): \(low.body)")
    }
    #expect(try await names(fixture, key: other.admin) == [])
    #expect(try await names(fixture) == ["mine"])
  }

  /// A tag is made once.
  @Test func tagsAreMadeOnce() async throws {
    let fixture = try await RESTFixture()
    try await tag(fixture, "pets")
    let again = try await fixture.send(.post, "/v1/snippet-tags", #"{"name": "pets"}"#)
    #expect(again.status == 409 && again.body.contains("the name `pets` is taken"))
    let empty = try await fixture.send(.post, "/v1/snippet-tags", "{}")
    #expect(empty.status == 400)
  }
}
