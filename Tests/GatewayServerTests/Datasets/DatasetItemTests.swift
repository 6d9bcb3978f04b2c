internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// What is in datasets, over REST.
struct DatasetItemTests {
  private func labels(_ fixture: RESTFixture, _ set: String) async throws -> [[String]] {
    let contents = try await fixture.contents(of: set)
    return try await fixture.items(of: set).map { contents[$0]?["labels"] as? [String] ?? ["?"] }
  }

  /// Items have the labels that they were given, each and all; else the content's. What is there already gets more.
  @Test func appends() async throws {
    let fixture = try await RESTFixture()
    let ids = try await fixture.contents([#"{"text": "a", "labels": ["own"]}"#, #"{"text": "b", "labels": ["own"]}"#])
    let set = try await fixture.dataset()
    func append(_ body: String) async throws {
      let answer = try await fixture.send(.post, "/v1/datasets/\(set.id)/items", body)
      #expect(answer.json["success"] as? Bool == true, "\(answer.body)")
    }
    try await append(#"{"contentWithLabels": [{"customerContentId": "\#(ids[1])"}]}"#)
    try await append(
      #"{"contentWithLabels": [{"customerContentId": "\#(ids[0])", "labels": ["y", "x"]}], "bulkLabels": ["z", "y"]}"#)
    #expect(try await labels(fixture, set.id) == [["own"], ["x", "y", "z"]])
    try await append(#"{"contentWithLabels": [{"customerContentId": "\#(ids[1])", "labels": ["more"]}]}"#)
    #expect(try await labels(fixture, set.id) == [["more", "own"], ["x", "y", "z"]])
    #expect(try await fixture.content(ids[0])["labels"] as? [String] == ["own"])
    let missing = try await fixture.send(
      .post, "/v1/datasets/\(set.id)/items",
      #"{"contentWithLabels": [{"customerContentId": "\#(ids[0])", "labels": ["lost"]}, {"customerContentId": "\#(UUID())"}]}"#
    )
    #expect(missing.status == 404 && missing.body.contains("no content has the id"), "\(missing.body)")
    #expect(try await labels(fixture, set.id) == [["more", "own"], ["x", "y", "z"]])
  }

  /// An item has no more labels than it may, whichever way they come.
  @Test func labelsAreBounded() async throws {
    let fixture = try await RESTFixture()
    let ids = try await fixture.contents(texts: "a")
    let many = (0..<50).map { "\"\($0)\"" }.joined(separator: ",")
    let set = try await fixture.dataset("set", ids, labels: many)
    let item = set.items[0]
    let attempts: [(HTTPRequest.Method, String, String)] = [
      (.post, "items", #"{"contentWithLabels": [{"customerContentId": "\#(ids[0])", "labels": ["x"]}]}"#),
      (.patch, "items/labels", #"{"datasetItemIds": ["\#(item)"], "addLabels": ["x"]}"#),
    ]
    for (method, path, body) in attempts {
      let answer = try await fixture.send(method, "/v1/datasets/\(set.id)/\(path)", body)
      #expect(answer.status == 400 && answer.body.contains("at most 50 labels"), "\(answer.body)")
    }
    #expect(try await labels(fixture, set.id).map(\.count) == [50])
  }

  /// What each query leaves, in the order in which they came.
  @Test(arguments: [
    ("", "ba"), ("?query.labels=x", "b"), ("?query.labels=x&query.labels=y", ""), ("?query.content=CAT", "a"),
    ("?query.content=%25", ""), ("?query.contentModalities=TEXT", "ba"), ("?query.contentModalities=IMAGE", ""),
  ])
  func lists(query: String, expected: String) async throws {
    let fixture = try await RESTFixture()
    let ids = try await fixture.contents([#"{"text": "a cat", "labels": ["y"]}"#, #"{"text": "b", "labels": ["x"]}"#])
    let set = try await fixture.dataset("set", ids.reversed())
    let names = Dictionary(uniqueKeysWithValues: zip(set.items, "ba"))
    #expect(String(try await fixture.items(of: set.id, query).compactMap { names[$0] }) == expected)
    let all = try await fixture.get("/v1/datasets/\(set.id)/items").json["items"] as? [[String: Any]] ?? []
    #expect(all.compactMap { $0["customerContentId"] as? String } == ids.reversed())
    #expect(all.allSatisfy { $0["datasetId"] as? String == set.id })
  }

  /// Labels are set, added and taken away; the answer says what each item has then.
  @Test func changesLabels() async throws {
    let fixture = try await RESTFixture()
    let set = try await fixture.dataset("set", try await fixture.contents(texts: "a", "b"), labels: #""x""#)
    let both = set.items.map { "\"\($0)\"" }.joined(separator: ",")
    let modified = try await fixture.send(
      .patch, "/v1/datasets/\(set.id)/items/labels",
      #"{"datasetItemIds": [\#(both)], "addLabels": ["z", "y"], "removeLabels": ["x", "none"]}"#)
    #expect(modified.json["datasetItemIds"] as? [String] == set.items, "\(modified.body)")
    let each = modified.json["itemLabels"] as? [String: [String: [String]]] ?? [:]
    #expect(set.items.map { each[$0]?["labels"] } == [["y", "z"], ["y", "z"]])
    let replaced = try await fixture.send(
      .put, "/v1/datasets/\(set.id)/items/labels", #"{"datasetItemIds": ["\#(set.items[0])"], "labels": ["b", "a"]}"#)
    #expect(replaced.json["datasetItemIds"] as? [String] == [set.items[0]])
    #expect(try await labels(fixture, set.id) == [["a", "b"], ["y", "z"]])
    let used = try await fixture.get("/v1/datasets/\(set.id)/labels").json["labels"] as? [String]
    #expect(used == ["a", "b", "y", "z"])
    let missing = try await fixture.send(
      .put, "/v1/datasets/\(set.id)/items/labels",
      #"{"datasetItemIds": ["\#(set.items[0])", "\#(UUID())"], "labels": []}"#)
    #expect(missing.status == 404)
    #expect(try await labels(fixture, set.id) == [["a", "b"], ["y", "z"]])
  }

  /// An item has its content's title until it is given its own, and again when that is taken away.
  @Test func changesTitles() async throws {
    let fixture = try await RESTFixture()
    let set = try await fixture.dataset("set", try await fixture.contents([#"{"text": "a", "title": "own"}"#]))
    func title(_ extra: String) async throws -> String? {
      let answer = try await fixture.send(
        .put, "/v1/datasets/\(set.id)/items/title", #"{"datasetItemIds": ["\#(set.items[0])"]\#(extra)}"#)
      #expect(answer.json["datasetItemIds"] as? [String] == set.items, "\(answer.body)")
      return try await fixture.contents(of: set.id)[set.items[0]]?["title"] as? String
    }
    #expect(try await title(#", "title": "new""#) == "new")
    #expect(try await title("") == "own")
  }

  /// Contents are answered for the items that are named, or all; those that are removed are not there, all or none.
  @Test func readsAndRemoves() async throws {
    let fixture = try await RESTFixture()
    let ids = try await fixture.contents(texts: "a", "b", "c")
    let set = try await fixture.dataset("set", ids)
    let all = try await fixture.contents(of: set.id)
    #expect(set.items.compactMap { all[$0]?["text"] as? String } == ["a", "b", "c"])
    let one = try await fixture.contents(of: set.id, #"{"datasetItemIds": ["\#(set.items[1])"]}"#)
    #expect(one.mapValues { $0["text"] as? String } == [set.items[1]: "b"])
    let unknown = try await fixture.send(
      .post, "/v1/datasets/\(set.id)/items/get", #"{"datasetItemIds": ["\#(set.items[1])", "\#(UUID())"]}"#)
    #expect(unknown.status == 404 && unknown.body.contains("no item with the id"))
    let missing = try await fixture.send(
      .post, "/v1/datasets/\(set.id)/items/remove", #"{"datasetItemIds": ["\#(set.items[0])", "\#(UUID())"]}"#)
    #expect(missing.status == 404)
    #expect(try await fixture.items(of: set.id) == set.items)
    let removed = try await fixture.send(
      .post, "/v1/datasets/\(set.id)/items/remove", #"{"datasetItemIds": ["\#(set.items[0])"]}"#)
    #expect(removed.json["success"] as? Bool == true)
    #expect(try await fixture.items(of: set.id) == Array(set.items.dropFirst()))
    #expect(try await fixture.content(ids[0])["text"] as? String == "a")
  }
}
