internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Drafts of labels over REST.
struct LabelDraftTests {
  private static let text = #"LABEL "Cats" { =("cat") }"#

  private func save(_ fixture: RESTFixture, _ label: String, _ text: String, key: String) async throws
    -> RESTFixture.Answer
  {
    let body = #"{"text": \#(RESTFixture.quoted(text)), "labelEvalOptions": {"threshold": 0.6}}"#
    return try await fixture.send(.put, "/v1/labels/\(label)/draft", body: Array(body.utf8), key: key)
  }

  private func draft(_ answer: RESTFixture.Answer) -> [String: Any] {
    answer.json["draft"] as? [String: Any] ?? [:]
  }

  /// A draft is kept whether it compiles or not, and the next takes its place; each key has its own.
  @Test func areKeptByKey() async throws {
    let fixture = try await RESTFixture()
    let (label, _) = try await fixture.label("cats", Self.text)
    let (writer, admin) = (fixture.engine.writer, fixture.engine.admin)
    let invalid = try await save(fixture, label, "LABEL \"x\" {\n}", key: writer)
    let error = invalid.json["error"] as? [String: Any]
    #expect(invalid.status == 200 && invalid.json["valid"] as? Bool == false && error?["line"] as? Int == 1)
    #expect(draft(invalid)["text"] as? String == "LABEL \"x\" {\n}")
    let valid = try await save(fixture, label, Self.text, key: writer)
    #expect(valid.json["valid"] as? Bool == true && valid.json["error"] == nil)
    #expect(draft(valid)["labelDraftId"] as? String == draft(invalid)["labelDraftId"] as? String)

    let read = draft(try await fixture.send(.get, "/v1/labels/\(label)/draft", key: writer))
    #expect(read["text"] as? String == Self.text && read["labelId"] as? String == label)
    #expect((read["labelEvalOptions"] as? [String: Any])?["threshold"] as? Double == 0.6)
    #expect(try await fixture.send(.get, "/v1/labels/\(label)/draft", key: admin).status == 404)
    _ = try await save(fixture, label, "other", key: admin)
    let others = draft(try await fixture.send(.get, "/v1/labels/\(label)/draft", key: admin))
    #expect(others["text"] as? String == "other" && others["userId"] as? String != read["userId"] as? String)

    for isDeleted in [true, false] {
      let answer = try await fixture.send(.delete, "/v1/labels/\(label)/draft", key: writer)
      #expect(answer.json["deleted"] as? Bool == isDeleted)
    }
    #expect(try await fixture.send(.get, "/v1/labels/\(label)/draft", key: writer).status == 404)
    #expect(try await fixture.send(.get, "/v1/labels/\(label)/draft", key: admin).status == 200)
  }

  /// A text is checked without a label, and nothing is kept.
  @Test(arguments: [
    (text, true, ["Cats"]), ("LABEL", false, []), (#"LABEL "a" { "b" } LABEL "c" { "d" }"#, false, []),
  ])
  func validates(text: String, isValid: Bool, labels: [String]) async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(.post, "/v1/labels/validate", #"{"text": \#(RESTFixture.quoted(text))}"#)
    #expect(answer.json["valid"] as? Bool == isValid && answer.json["labels"] as? [String] == labels)
    #expect((answer.json["error"] == nil) == isValid)
  }

  /// What is over a limit, or not there, is refused.
  @Test func refuses() async throws {
    let fixture = try await RESTFixture()
    let (label, _) = try await fixture.label("cats", Self.text)
    let long = String(repeating: "x", count: 256 << 10 + 1)
    let admin = fixture.engine.admin
    #expect(try await save(fixture, label, long, key: admin).status == 400)
    #expect(try await save(fixture, UUID().uuidString, Self.text, key: admin).status == 404)
    #expect(try await save(fixture, "x", Self.text, key: admin).status == 400)
    for method in [HTTPRequest.Method.get, .delete] {
      #expect(try await fixture.send(method, "/v1/labels/\(UUID().uuidString)/draft", key: admin).status == 404)
      #expect(try await fixture.send(method, "/v1/labels/x/draft", key: admin).status == 400)
    }
    #expect(try await fixture.send(.get, "/v1/labels/\(label)/draft", key: admin).status == 404)
  }
}
