internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Datasets over REST.
struct DatasetTests {
  private func list(_ fixture: RESTFixture, _ query: String = "") async throws -> [[String: Any]] {
    try await fixture.get("/v1/datasets\(query)").json["datasets"] as? [[String: Any]] ?? []
  }

  /// A dataset is made, listed newest first, changed in what is given, and deleted with its items, not its contents.
  @Test func aDatasetsLife() async throws {
    let fixture = try await RESTFixture()
    let content = try await fixture.contents(texts: "one")[0]
    let first = try await fixture.dataset("first", [content])
    _ = try await fixture.dataset("second")
    for query in ["", "?includePublic=true"] {
      let all = try await list(fixture, query)
      #expect(all.compactMap { $0["name"] as? String } == ["second", "first"])
      #expect(all.allSatisfy { $0["notes"] as? String == "n" && $0["public"] as? Bool == false })
      #expect(all.allSatisfy { $0["created"] is String && $0["updated"] is String })
    }
    func change(_ body: String) async throws -> [String] {
      let answer = try await fixture.send(.patch, "/v1/datasets/\(first.id)", body)
      #expect(answer.json["success"] as? Bool == true, "\(answer.body)")
      let own = try await list(fixture).last ?? [:]
      return [own["name"] as? String ?? "", own["notes"] as? String ?? ""]
    }
    #expect(try await change(#"{"name": "renamed"}"#) == ["renamed", "n"])
    #expect(try await change(#"{"notes": ""}"#) == ["renamed", ""])
    #expect(try await change("{}") == ["renamed", ""])
    let missing = try await fixture.send(
      .post, "/v1/datasets/delete", #"{"datasetIds": ["\#(first.id)", "\#(UUID())"]}"#)
    #expect(missing.status == 404)
    #expect(try await list(fixture).count == 2)
    let deleted = try await fixture.send(.post, "/v1/datasets/delete", #"{"datasetIds": ["\#(first.id)"]}"#)
    #expect(deleted.json["success"] as? Bool == true)
    #expect(try await list(fixture).compactMap { $0["name"] as? String } == ["second"])
    #expect(try await fixture.content(content)["text"] as? String == "one")
  }

  /// A name is taken once in an account.
  @Test func namesAreTakenOnce() async throws {
    let fixture = try await RESTFixture()
    _ = try await fixture.dataset("taken")
    let other = try await fixture.dataset("other")
    let made = try await fixture.send(.post, "/v1/datasets", #"{"name": "taken"}"#)
    let renamed = try await fixture.send(.patch, "/v1/datasets/\(other.id)", #"{"name": "taken"}"#)
    for answer in [made, renamed] {
      #expect(answer.status == 409 && answer.body.contains("the name `taken` is taken"), "\(answer.body)")
    }
  }

  /// No dataset is public, one's own neither.
  @Test func noneIsPublic() async throws {
    let fixture = try await RESTFixture()
    let set = try await fixture.dataset()
    let answer = try await fixture.send(.post, "/v1/datasets/\(set.id)/clone", #"{"clonedDatasetName": "copy"}"#)
    #expect(answer.status == 404 && answer.body.contains("no public datasets"), "\(answer.body)")
  }

  /// A policy refers to a dataset that is there, until that is deleted.
  @Test func policiesReferToDatasets() async throws {
    let fixture = try await RESTFixture()
    let set = try await fixture.dataset()
    func dataset() async throws -> String? {
      let policy = try await fixture.get("/v1/policies/\(fixture.policyID)").json["policy"] as? [String: Any]
      return policy?["datasetId"] as? String
    }
    func update(_ id: String) async throws -> RESTFixture.Answer {
      try await fixture.send(.patch, "/v1/policies/\(fixture.policyID)", #"{"datasetId": "\#(id)"}"#)
    }
    #expect(try await update("set-1").status == 400)
    #expect(try await update(UUID().uuidString).status == 404)
    #expect(try await dataset() == nil)
    #expect(try await update(set.id.uppercased()).status == 200)
    #expect(try await dataset() == set.id)
    #expect(try await update("").status == 200)
    #expect(try await dataset() == nil)
    let made = try await fixture.send(
      .post, "/v1/policies",
      #"{"policyKey": "tried", "versionText": "LABEL \"a\" { \"b\" }", "datasetId": "\#(set.id)"}"#)
    #expect(made.json["datasetId"] as? String == set.id)
    _ = try await fixture.send(.post, "/v1/datasets/delete", #"{"datasetIds": ["\#(set.id)"]}"#)
    let policy = try await fixture.get("/v1/policies/\(made.json["policyId"] as? String ?? "")").json["policy"]
    #expect((policy as? [String: Any])?["policyKey"] as? String == "tried")
    #expect((policy as? [String: Any])?["datasetId"] == nil)
  }
}
