internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Labels over REST, through their life.
struct LabelTests {
  private static let text = #"LABEL "Cats" { =("cat") }"#

  private func names(_ fixture: RESTFixture, _ query: String = "") async throws -> [String] {
    let answer = try await fixture.get("/v1/labels\(query)")
    return (answer.json["labels"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
  }

  /// A label is made, renamed, disabled, put away, taken back and deleted.
  @Test func aLabelsLife() async throws {
    let fixture = try await RESTFixture()
    let (id, _) = try await fixture.label("cats", Self.text, #", "description": "all cats""#)
    func label(_ answer: RESTFixture.Answer) -> [String: Any] {
      #expect(answer.status == 200, "\(answer.body)")
      return answer.json["label"] as? [String: Any] ?? [:]
    }
    let made = label(try await fixture.get("/v1/labels/\(id)"))
    #expect(made["name"] as? String == "cats" && made["description"] as? String == "all cats")
    #expect(made["disabled"] as? Bool == false && made["archivedAt"] == nil && made["customerId"] is String)

    let renamed = label(try await fixture.send(.patch, "/v1/labels/\(id)", #"{"name": "felines"}"#))
    #expect(renamed["name"] as? String == "felines")
    let disabled = label(try await fixture.send(.patch, "/v1/labels/\(id)", #"{"disabled": true}"#))
    #expect(disabled["disabled"] as? Bool == true && disabled["name"] as? String == "felines")

    let archived = label(try await fixture.send(.post, "/v1/labels/\(id)/archive", key: fixture.engine.writer))
    #expect(archived["archivedAt"] is String)
    #expect(try await names(fixture) == [])
    #expect(try await names(fixture, "?includeArchived=true") == ["felines"])
    let back = label(try await fixture.send(.post, "/v1/labels/\(id)/unarchive", key: fixture.engine.writer))
    #expect(back["archivedAt"] == nil)
    #expect(try await names(fixture) == ["felines"])

    let deleted = try await fixture.send(.delete, "/v1/labels/\(id)", key: fixture.engine.writer)
    #expect(deleted.json["deleted"] as? Bool == true && deleted.json["labelId"] as? String == id)
    #expect(try await names(fixture, "?includeArchived=true") == [])
    #expect(try await fixture.get("/v1/labels/\(id)").status == 404)
    _ = try await fixture.label("felines", Self.text)
  }

  /// A label without a text has no version; one whose text has an error is not made.
  @Test func theFirstVersionIsTheCallers() async throws {
    let fixture = try await RESTFixture()
    let bare = try await fixture.send(.post, "/v1/labels", #"{"name": "bare"}"#)
    #expect(bare.json["valid"] as? Bool == true && bare.json["labelVersion"] == nil)
    let id = (bare.json["label"] as? [String: Any])?["labelId"] as? String ?? ""
    let versions = try await fixture.get("/v1/labels/\(id)/versions").json["labelVersions"] as? [Any]
    #expect(versions?.isEmpty == true)
    let invalid = try await fixture.send(
      .post, "/v1/labels", #"{"name": "wrong", "initialVersionText": "LABEL \"a\" {\n}"}"#)
    let error = invalid.json["error"] as? [String: Any]
    #expect(invalid.status == 200 && invalid.json["valid"] as? Bool == false && error?["line"] as? Int == 1)
    #expect(try await names(fixture) == ["bare"])
  }

  /// Pages follow one another without a gap, and a token holds for its own query.
  @Test func listsInPages() async throws {
    let fixture = try await RESTFixture()
    for index in 0..<7 { _ = try await fixture.send(.post, "/v1/labels", #"{"name": "l\#(index)"}"#) }
    var seen: [String] = []
    var token = ""
    repeat {
      let page = try await fixture.get("/v1/labels?pageSize=3&pageToken=\(token)").json
      let labels = page["labels"] as? [[String: Any]] ?? []
      #expect(labels.count <= 3)
      seen += labels.compactMap { $0["name"] as? String }
      token = page["nextPageToken"] as? String ?? ""
    } while !token.isEmpty
    #expect(seen == (0..<7).reversed().map { "l\($0)" })
    let first = try await fixture.get("/v1/labels?pageSize=3").json["nextPageToken"] as? String ?? ""
    #expect(try await fixture.get("/v1/labels?pageSize=3&includeArchived=true&pageToken=\(first)").status == 400)
  }

  /// Each item of a batch is made or refused by itself, in its place.
  @Test func makesManyAtOnce() async throws {
    let fixture = try await RESTFixture()
    _ = try await fixture.label("taken", Self.text)
    let text = RESTFixture.quoted(Self.text)
    let answer = try await fixture.send(
      .post, "/v1/labels/batch",
      #"""
      {"items": [
        {"name": "a", "initialVersionText": \#(text), "description": "d", "disabled": true},
        {"name": "taken", "initialVersionText": \#(text)}, {"name": "b", "initialVersionText": "LABEL"},
        {"name": " ", "initialVersionText": \#(text)}, {"name": "c", "initialVersionText": \#(text)}]}
      """#)
    let results = answer.json["results"] as? [[String: Any]] ?? []
    #expect(results.map { $0["success"] as? Bool } == [true, false, false, false, true], "\(answer.body)")
    let messages = results.map { $0["errorMessage"] as? String ?? "" }
    #expect(messages[1] == "the name `taken` is taken" && messages[2].hasPrefix("line 1, column 6: "))
    #expect(messages[3].hasPrefix("name: must be") && messages[0].isEmpty)
    let label = results.first?["label"] as? [String: Any]
    #expect(label?["disabled"] as? Bool == true && label?["description"] as? String == "d")
    #expect(results.first?["labelVersion"] is [String: Any] && results[1]["label"] == nil)
    #expect(try await names(fixture) == ["c", "a", "taken"])
    for items in ["", Array(repeating: "{}", count: 101).joined(separator: ",")] {
      #expect(try await fixture.send(.post, "/v1/labels/batch", #"{"items": [\#(items)]}"#).status == 400)
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var method: HTTPRequest.Method
    var path: String
    var body: String
    var status: Int
    var says: String
    var testDescription: String { "\(method) \(path) \(says)" }
  }

  private static let missing = "6c0d5e0c-8a55-4c53-9d0e-d4a4b6a0d9f1"

  static let refusals = [
    Refusal(method: .post, path: "/v1/labels", body: "{}", status: 400, says: "name: must be 1 to 256 bytes"),
    Refusal(method: .post, path: "/v1/labels", body: #"{"name": "taken"}"#, status: 409, says: "`taken` is taken"),
    Refusal(
      method: .post, path: "/v1/labels",
      body: #"{"name": "x", "initialVersionText": "", "labelEvalOptions": {"threshold": 2}}"#, status: 400,
      says: "threshold: must be"),
    Refusal(
      method: .post, path: "/v1/labels",
      body: #"{"name": "x", "initialVersionText": "", "labelEvalOptions": {"stack": "best"}}"#, status: 400,
      says: "labelEvalOptions.stack: must be one of"),
    Refusal(
      method: .post, path: "/v1/labels",
      body: #"{"name": "x", "description": "\#(String(repeating: "d", count: 4_097))"}"#, status: 400,
      says: "description: must be at most"),
    Refusal(
      method: .patch, path: "/v1/labels/ID", body: #"{"name": "taken"}"#, status: 409, says: "`taken` is taken"),
    Refusal(method: .patch, path: "/v1/labels/ID", body: #"{"name": ""}"#, status: 400, says: "name: must be"),
    Refusal(method: .patch, path: "/v1/labels/x", body: "{}", status: 400, says: "labelId: must be a UUID"),
    Refusal(method: .patch, path: "/v1/labels/\(missing)", body: "{}", status: 404, says: "no label has the id"),
    Refusal(
      method: .post, path: "/v1/labels/\(missing)/archive", body: "", status: 404, says: "no label has the id"),
    Refusal(
      method: .post, path: "/v1/labels/ID/compare", body: "{}", status: 400, says: "currentVersionId: is required"),
  ]

  /// What is wrong is told, and by the right status.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await RESTFixture()
    _ = try await fixture.label("taken", Self.text)
    let (id, _) = try await fixture.label("mine", Self.text)
    let answer = try await fixture.send(
      refusal.method, refusal.path.replacing("ID", with: id), refusal.body)
    #expect(answer.status == refusal.status && answer.body.contains(refusal.says), "\(answer.status) \(answer.body)")
  }
}
