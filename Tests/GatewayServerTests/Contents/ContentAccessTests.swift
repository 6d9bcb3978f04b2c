internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Who may do what with contents and datasets.
struct ContentAccessTests {
  private typealias Attempt = (HTTPRequest.Method, String, String?)

  /// An evaluator does nothing here, and another account finds none of the ids that it knows.
  @Test func accountsAndRolesAreApart() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let content = try await fixture.contents(texts: "one")[0]
    let set = try await fixture.dataset("set", [content])
    let item = set.items[0]
    let answer = try await fixture.send(
      .post, "/v1/datasets", body: Array(#"{"name": "own"}"#.utf8), key: other.admin)
    let own = answer.json["datasetId"] as? String ?? ""
    let before = RESTFixture.canonical(try await fixture.contents(of: set.id))

    let attempts: [Attempt] = [
      (.post, "/v1/contents/get", #"{"customerContentIds": ["\#(content)"]}"#),
      (.post, "/v1/contents/delete", #"{"customerContentIds": ["\#(content)"]}"#),
      (.patch, "/v1/contents", #"{"updates": [{"customerContentId": "\#(content)", "update": {"text": "mine"}}]}"#),
      (.patch, "/v1/contents", #"{"updates": [{"customerContentId": "\#(content)", "update": {"title": "mine"}}]}"#),
      (.patch, "/v1/datasets/\(set.id)", #"{"name": "mine"}"#),
      (.post, "/v1/datasets/delete", #"{"datasetIds": ["\#(own)", "\#(set.id)"]}"#),
      (.post, "/v1/datasets/\(set.id)/clone", #"{"clonedDatasetName": "mine"}"#),
      (.post, "/v1/datasets/\(set.id)/items", #"{"contentWithLabels": [{"customerContentId": "\#(content)"}]}"#),
      (.post, "/v1/datasets/\(own)/items", #"{"contentWithLabels": [{"customerContentId": "\#(content)"}]}"#),
      (.post, "/v1/datasets/\(set.id)/job-contents", #"{"contentHashesWithLabels": [{"contentHash": "a"}]}"#),
      (.get, "/v1/datasets/\(set.id)/items", nil), (.post, "/v1/datasets/\(set.id)/items/get", "{}"),
      (.post, "/v1/datasets/\(own)/items/get", #"{"datasetItemIds": ["\#(item)"]}"#),
      (.post, "/v1/datasets/\(set.id)/items/remove", #"{"datasetItemIds": ["\#(item)"]}"#),
      (.post, "/v1/datasets/\(own)/items/remove", #"{"datasetItemIds": ["\#(item)"]}"#),
      (.get, "/v1/datasets/\(set.id)/labels", nil),
      (.put, "/v1/datasets/\(own)/items/labels", #"{"datasetItemIds": ["\#(item)"], "labels": ["mine"]}"#),
      (.patch, "/v1/datasets/\(own)/items/labels", #"{"datasetItemIds": ["\#(item)"], "addLabels": ["mine"]}"#),
      (.put, "/v1/datasets/\(own)/items/title", #"{"datasetItemIds": ["\#(item)"], "title": "mine"}"#),
      (
        .post, "/v1/test_policy_with_dataset",
        #"{"policyDraft": "LABEL \"a\" { \"b\" }", "datasetId": "\#(set.id)"}"#
      ),
      (
        .post, "/v1/test_policy_with_dataset",
        #"{"policyDraft": "LABEL \"a\" { \"b\" }", "datasetId": "\#(own)", "datasetItemIds": ["\#(item)"]}"#
      ),
      (.patch, "/v1/policies/\(fixture.policyID)", #"{"datasetId": "\#(set.id)"}"#),
      (
        .post, "/v1/policies",
        #"{"policyKey": "p", "versionText": "LABEL \"a\" { \"b\" }", "datasetId": "\#(set.id)"}"#
      ),
    ]
    for (method, path, body) in attempts {
      let bytes = body.map { Array($0.utf8) }
      let strange = try await fixture.send(method, path, body: bytes, key: other.admin)
      #expect(strange.status == 404, "\(method) \(path): \(strange.status) \(strange.body)")
      let low = try await fixture.send(method, path, body: bytes, key: fixture.engine.evaluator)
      #expect(low.status == 403, "\(method) \(path): \(low.status) \(low.body)")
    }
    for path in ["/v1/contents", "/v1/content-labels", "/v1/datasets"] {
      #expect(try await fixture.send(.get, path, key: fixture.engine.evaluator).status == 403)
    }
    #expect(try await fixture.send(.get, "/v1/contents", key: other.admin).body == #"{"customerContentIds":[]}"#)
    let sets = try await fixture.send(.get, "/v1/datasets?includePublic=true", key: other.admin)
    #expect((sets.json["datasets"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["own"])
    #expect(RESTFixture.canonical(try await fixture.contents(of: set.id)) == before)
    let mine = try await fixture.send(
      .post, "/v1/contents", body: Array(#"{"contentData": [{"text": "one"}]}"#.utf8), key: other.admin)
    #expect(mine.status == 200 && !mine.body.contains(content))
  }
}
