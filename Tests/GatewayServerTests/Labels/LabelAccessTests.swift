internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Who may do what with labels.
struct LabelAccessTests {
  private static let text = #"LABEL "Cats" { =("cat") }"#

  private struct Attempt {
    var method: HTTPRequest.Method
    var path: String
    var body: String?
  }

  /// Every method that takes an id, but evaluation, which answers for each version by itself.
  private func attempts(label: String, version: String, tag: String) -> [Attempt] {
    [
      Attempt(method: .get, path: "/v1/labels/\(label)"),
      Attempt(method: .patch, path: "/v1/labels/\(label)", body: #"{"name": "yours"}"#),
      Attempt(method: .post, path: "/v1/labels/\(label)/archive"),
      Attempt(method: .post, path: "/v1/labels/\(label)/unarchive"),
      Attempt(method: .get, path: "/v1/labels/\(label)/versions"),
      Attempt(method: .post, path: "/v1/labels/\(label)/versions", body: #"{"text": "LABEL \"a\" { \"b\" }"}"#),
      Attempt(method: .get, path: "/v1/label-versions/\(version)"),
      Attempt(method: .put, path: "/v1/labels/\(label)/draft", body: #"{"text": "x"}"#),
      Attempt(method: .get, path: "/v1/labels/\(label)/draft"),
      Attempt(method: .delete, path: "/v1/labels/\(label)/draft"),
      Attempt(method: .put, path: "/v1/labels/\(label)/tags", body: #"{"tagIds": []}"#),
      Attempt(method: .patch, path: "/v1/label-tags/\(tag)", body: #"{"name": "yours"}"#),
      Attempt(method: .delete, path: "/v1/label-tags/\(tag)"),
      Attempt(method: .delete, path: "/v1/labels/\(label)"),
    ]
  }

  /// Nothing of one account can be seen or changed with another's key, whatever id is named.
  @Test func accountsAreApart() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let (label, version) = try await fixture.label("cats", Self.text)
    let made = try await fixture.send(.post, "/v1/label-tags", #"{"name": "pets"}"#)
    let tag = (made.json["tag"] as? [String: Any])?["labelTagId"] as? String ?? ""
    _ = try await fixture.send(.put, "/v1/labels/\(label)/draft", #"{"text": "mine"}"#)
    for attempt in attempts(label: label, version: version, tag: tag) {
      let answer = try await fixture.send(
        attempt.method, attempt.path, body: attempt.body.map { Array($0.utf8) }, key: other.admin)
      #expect(answer.status == 404, "\(attempt.method) \(attempt.path): \(answer.status) \(answer.body)")
    }
    for (path, field) in [("/v1/labels", "labels"), ("/v1/label-tags", "tags"), ("/v1/labels?tagIds=\(tag)", "labels")]
    {
      let listed = try await fixture.send(.get, path, key: other.admin)
      #expect((listed.json[field] as? [Any])?.isEmpty == true, "\(path)")
    }
    let body = #"{"contentData": {"text": "a cat"}, "labelVersionIds": ["\#(version)"]}"#
    let evaluated = try await fixture.send(.post, "/v1/labels/evaluate", body: Array(body.utf8), key: other.admin)
    let result = (evaluated.json["results"] as? [[String: Any]])?.first
    #expect(result?["error"] as? String == "no label version has the id \(version)" && result?["evaluation"] == nil)
    #expect(result?["jobUuid"] as? String == "" && result?["labelId"] as? String == "")
    // The owner finds all as it was.
    let shown = try await fixture.get("/v1/labels/\(label)").json["label"] as? [String: Any]
    #expect(shown?["name"] as? String == "cats")
    let draft = try await fixture.get("/v1/labels/\(label)/draft").json["draft"] as? [String: Any]
    #expect(draft?["text"] as? String == "mine")
  }

  /// An evaluator reads, validates and evaluates, and changes nothing.
  @Test func rolesCoverWhatTheySay() async throws {
    let fixture = try await RESTFixture()
    let (label, version) = try await fixture.label("cats", Self.text)
    let key = fixture.engine.evaluator
    let allowed = [
      Attempt(method: .get, path: "/v1/labels"), Attempt(method: .get, path: "/v1/labels/\(label)"),
      Attempt(method: .get, path: "/v1/labels/\(label)/versions"),
      Attempt(method: .get, path: "/v1/label-versions/\(version)"), Attempt(method: .get, path: "/v1/label-tags"),
      Attempt(method: .post, path: "/v1/labels/validate", body: "{}"),
      Attempt(
        method: .post, path: "/v1/labels/evaluate",
        body: #"{"contentData": {"text": "a"}, "labelVersionIds": ["\#(version)"]}"#),
    ]
    for attempt in allowed {
      let answer = try await fixture.send(
        attempt.method, attempt.path, body: attempt.body.map { Array($0.utf8) }, key: key)
      #expect(answer.status == 200, "\(attempt.path): \(answer.body)")
    }
    let refused =
      attempts(label: label, version: version, tag: UUID().uuidString).filter { $0.method != .get }
      + [
        Attempt(method: .post, path: "/v1/labels", body: "{}"),
        Attempt(method: .post, path: "/v1/labels/batch", body: "{}"),
        Attempt(method: .post, path: "/v1/label-tags", body: "{}"),
      ]
    for attempt in refused {
      let answer = try await fixture.send(
        attempt.method, attempt.path, body: attempt.body.map { Array($0.utf8) }, key: key)
      #expect(answer.status == 403, "\(attempt.method) \(attempt.path): \(answer.status)")
    }
  }
}
