internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Items of labels' datasets over REST: added, listed, changed, removed.
struct LabelDatasetItemRoutesTests {
  /// A text becomes a content of the account and an item of the label, and both are answered as they were given.
  @Test func addsAContent() async throws {
    let fixture = try await LabelDatasetFixture()
    let body = #"""
      {"contentData": {"text": "My cat", "title": "its own", "metadata": {"n": "1"}, "labels": ["pets"]},
      "expectedResult": "EVALUATION_RESULT_FLAGGED", "title": "a cat", "notes": "plain"}
      """#
    let answer = try await fixture.rest.send(.post, "\(fixture.path)/items", body)
    let item = try #require(answer.json["item"] as? [String: Any])
    #expect(item["labelId"] as? String == fixture.label && item["latestEvaluation"] == nil)
    #expect(item["expectedResult"] as? String == "EVALUATION_RESULT_FLAGGED")
    #expect(item["title"] as? String == "a cat" && item["notes"] as? String == "plain")
    let id = try #require(item["labelDatasetItemId"] as? String)
    let got = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/get",
      #"{"labelDatasetItemIds": ["\#(id)", "\#(UUID().uuidString)"], "includeContentData": true}"#)
    let items = got.json["items"] as? [[String: Any]] ?? []
    #expect(items.count == 1 && got.json["fetchEvaluationError"] as? Bool == false)
    #expect(RESTFixture.canonical(items.first?["item"]) == RESTFixture.canonical(item))
    let content = try #require(items.first?["contentData"] as? [String: Any])
    #expect(content["text"] as? String == "My cat" && content["title"] as? String == "its own")
    #expect(content["labels"] as? [String] == ["pets"] && content["metadata"] as? [String: String] == ["n": "1"])
    #expect((content["contentHash"] as? String)?.hasPrefix("sha256::") == true)
    let bare = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/get", #"{"labelDatasetItemIds": ["\#(id)"]}"#)
    #expect((bare.json["items"] as? [[String: Any]])?.first?["contentData"] == nil)
  }

  /// A content is named by its id, or by its hash, of the account's own or of what retention keeps.
  @Test func namesAContent() async throws {
    let fixture = try await LabelDatasetFixture()
    let first = try await fixture.append("one")
    let rows = try await fixture.items()
    let content = try #require(rows.first?["customerContentId"] as? String)
    let other = try await LabelDatasetFixture(fixture.rest, named: "others")
    let byID = try await fixture.rest.send(.post, "\(other.path)/items", #"{"customerContentId": "\#(content)"}"#)
    #expect(byID.status == 200, "\(byID.body)")
    let third = try await LabelDatasetFixture(fixture.rest, named: "thirds")
    let got = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/get", #"{"labelDatasetItemIds": ["\#(first)"], "includeContentData": true}"#)
    let data = (got.json["items"] as? [[String: Any]])?.first?["contentData"] as? [String: Any]
    let hash = try #require(data?["contentHash"] as? String)
    let byHash = try await fixture.rest.send(.post, "\(third.path)/items", #"{"contentHash": "\#(hash)"}"#)
    #expect((byHash.json["item"] as? [String: Any])?["customerContentId"] as? String == content)

    // What a job evaluated, and retention keeps, becomes the account's own.
    let job = try await fixture.rest.send(
      .post, "/v1/jobs/stream", #"{"contentData": [{"text": "two"}], "policyId": "\#(fixture.rest.policyID)"}"#)
    let jobHash = try #require((job.lines.first?["result"] as? [String: Any])?["contentHash"] as? String)
    let missing = try await fixture.rest.send(.post, "\(third.path)/items", #"{"contentHash": "\#(jobHash)"}"#)
    #expect(missing.refusal == "404 contentHash: no content that is kept has it")
    let engine = fixture.rest.engine
    let wire = Data([0x12, 3] + Array("two".utf8))
    try await engine.store.retain(
      [RetainedContent(hash: jobHash, data: wire)], account: engine.account, at: Date(),
      limits: RetainedContentLimits())
    let retained = try await fixture.rest.send(.post, "\(third.path)/items", #"{"contentHash": "\#(jobHash)"}"#)
    #expect(retained.status == 200, "\(retained.body)")
    #expect(try await third.items("filters.filterBySearchQuery=TWO").count == 1)
  }

  /// A label has a content once: a second time is a conflict, and the item stays as it is.
  @Test func refusesAContentTwice() async throws {
    let fixture = try await LabelDatasetFixture()
    let item = try await fixture.append("one", "FLAGGED")
    let again = try await fixture.rest.send(.post, "\(fixture.path)/items", #"{"contentData": {"text": "one"}}"#)
    #expect(again.refusal == "409 the label has this content already, as item \(item)")
    #expect(try await fixture.items("filters.filterByExpectedResult=EVALUATION_RESULT_FLAGGED").count == 1)
  }

  /// A batch adds what it can, and says of each item in its place what became of it; the counts come to the whole.
  @Test func addsABatch() async throws {
    let fixture = try await LabelDatasetFixture()
    let known = try await fixture.append("known")
    let long = String(repeating: "x", count: 4_097)
    let body = #"""
      {"items": [{"contentData": {"text": "one"}, "expectedResult": "EVALUATION_RESULT_FLAGGED"}, {},
      {"contentData": {"text": "known"}}, {"contentData": {"video": {"url": "x"}}},
      {"contentData": {"text": "one"}}, {"customerContentId": "\#(UUID().uuidString)"}, {"customerContentId": "x"},
      {"contentData": {"text": "two"}, "notes": "\#(long)"}, {"contentHash": "sha256::00"},
      {"contentData": {"image": "AAAA"}}, {"contentData": {"text": "two"}, "expectedResult": 7},
      {"contentData": {"text": "three"}}]}
      """#
    let answer = try await fixture.rest.send(.post, "\(fixture.path)/items/batch", body)
    let results = answer.json["results"] as? [[String: Any]] ?? []
    let says = [
      "", "an item needs one of", "the label has this content already, as item \(known)", "not supported",
      "the label has this content already", "no content has this id", "must be a UUID", "notes: must be at most",
      "no content that is kept", "contentData[0]:", "expectedResult: is none", "",
    ]
    #expect(answer.status == 200 && results.count == says.count, "\(answer.body)")
    for (result, text) in zip(results, says) {
      let message = result["errorMessage"] as? String ?? "none"
      #expect(result["success"] as? Bool == text.isEmpty)
      #expect(text.isEmpty ? message.isEmpty : message.contains(text), "\(message)")
    }
    #expect((results[2]["item"] as? [String: Any])?["labelDatasetItemId"] as? String == known)
    let first = (results[0]["item"] as? [String: Any])?["labelDatasetItemId"] as? String
    #expect((results[4]["item"] as? [String: Any])?["labelDatasetItemId"] as? String == first && first != nil)
    let counts = ["successCount", "duplicateCount", "errorCount"].map { answer.json[$0] as? Int }
    #expect(counts == [2, 2, 8])
    #expect(try await fixture.items().count == 3)
  }

  /// Lists come in pages, each item once and with the count of all, in either order and by score; a token is of its own
  /// query.
  @Test(arguments: [
    "", "sortDirection=SORT_DIRECTION_ASC", "sortField=LABEL_DATASET_ITEM_SORT_FIELD_SCORE",
    "sortField=LABEL_DATASET_ITEM_SORT_FIELD_SCORE&sortDirection=SORT_DIRECTION_ASC",
  ])
  func listsInPages(query: String) async throws {
    let fixture = try await LabelDatasetFixture()
    let texts = (0..<7).map { #"{"contentData": {"text": "\#($0 % 2 == 0 ? "cat" : "dog") \#($0)"}}"# }
    _ = try await fixture.rest.send(
      .post, "\(fixture.path)/items/batch", #"{"items": [\#(texts.joined(separator: ","))]}"#)
    let ids = try await fixture.items("sortDirection=SORT_DIRECTION_ASC").compactMap { $0["labelDatasetItemId"] }
    let got = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/get",
      #"{"includeContentData": true, "labelDatasetItemIds": [\#(ids.map { "\"\($0)\"" }.joined(separator: ","))]}"#)
    let contents = (got.json["items"] as? [[String: Any]] ?? []).compactMap { $0["contentData"] as? [String: Any] }
    #expect(contents.map { ($0["text"] as? String)?.last } == ["0", "1", "2", "3", "4", "5", "6"])
    let evaluated = ids.prefix(5).map { "\"\($0)\"" }.joined(separator: ",")
    _ = try await fixture.evaluate(#""labelDatasetItemIds": [\#(evaluated)]"#)

    var pages: [[String: Any]] = []
    var token = ""
    repeat {
      let answer = try await fixture.rest.get("\(fixture.path)/items?\(query)&pageSize=3&pageToken=\(token)")
      #expect(answer.json["totalCount"] as? Int == 7 && answer.json["fetchEvaluationError"] as? Bool == false)
      let page = answer.json["items"] as? [[String: Any]] ?? []
      #expect((1...3).contains(page.count))
      pages += page
      token = answer.json["nextPageToken"] as? String ?? ""
    } while !token.isEmpty && pages.count < 20
    let whole = try await fixture.items(query)
    #expect(RESTFixture.canonical(pages) == RESTFixture.canonical(whole) && whole.count == 7)
    if query.contains("SCORE") {
      let scores = whole.map { ($0["latestEvaluation"] as? [String: Any])?["score"] as? Double }
      let known = scores.prefix(5).compactMap(\.self)
      #expect(known == (query.contains("ASC") ? known.sorted() : known.sorted(by: >)) && known.count == 5)
    }
    let first = try await fixture.rest.get("\(fixture.path)/items?\(query)&pageSize=3")
    let next = first.json["nextPageToken"] as? String ?? ""
    let other = try await fixture.rest.get("\(fixture.path)/items?pageToken=\(next)&filters.filterByStale=1&\(query)")
    #expect(other.refusal == "400 pageToken: is not one that this query gave")
  }

  /// Ids are listed by the same filters, newest first, and in pages.
  @Test func listsIDs() async throws {
    let fixture = try await LabelDatasetFixture()
    var ids: [String] = []
    for index in 0..<5 { ids.append(try await fixture.append("text \(index)", index == 2 ? "FLAGGED" : nil)) }
    var listed: [String] = []
    var token = ""
    repeat {
      let answer = try await fixture.rest.get(
        "\(fixture.path)/item-ids?pageSize=2&pageToken=\(token)&filters.excludedDatasetItemIds=\(ids[1])")
      #expect(answer.json["totalCount"] as? Int == 4)
      listed += answer.json["labelDatasetItemIds"] as? [String] ?? []
      token = answer.json["nextPageToken"] as? String ?? ""
    } while !token.isEmpty && listed.count < 10
    #expect(listed == [ids[4], ids[3], ids[2], ids[0]])
    let mode = "filters.filterByHasExpectation=LABEL_DATASET_FILTER_MODE_MUST_MATCH"
    let filtered = try await fixture.rest.get("\(fixture.path)/item-ids?\(mode)")
    #expect(filtered.json["labelDatasetItemIds"] as? [String] == [ids[2]])
  }

  /// Expectations are changed one by one, each by itself, and for all that filters name.
  @Test func changesExpectations() async throws {
    let fixture = try await LabelDatasetFixture()
    let first = try await fixture.append("one")
    let second = try await fixture.append("two", "FLAGGED")
    let missing = UUID().uuidString.lowercased()
    let answer = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/update",
      #"""
      {"updates": [{"labelDatasetItemId": "\#(first)", "expectedResult": 1, "notes": "why"},
      {"labelDatasetItemId": "\#(missing)", "expectedResult": 1}, {"labelDatasetItemId": "x", "expectedResult": 1},
      {"labelDatasetItemId": "\#(second)", "expectedResult": 9}, {"labelDatasetItemId": "\#(second)"}]}
      """#)
    let results = answer.json["results"] as? [[String: Any]] ?? []
    #expect(results.map { $0["success"] as? Bool } == [true, false, false, false, true], "\(answer.body)")
    #expect(
      results.map { $0["errorMessage"] as? String } == [
        "", "no label dataset item has the id \(missing)", "labelDatasetItemId: must be a UUID",
        "expectedResult: is none of the results", "",
      ])
    #expect((results.last?["item"] as? [String: Any])?["expectedResult"] as? String == "EVALUATION_RESULT_UNSPECIFIED")
    #expect(answer.json["successCount"] as? Int == 2 && answer.json["errorCount"] as? Int == 3)

    let all = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/update",
      #"""
      {"selectAll": true, "labelId": "\#(fixture.label)", "filters": {"filterByHasExpectation": 2},
      "uniformExpectedResult": "EVALUATION_RESULT_NOT_FLAGGED"}
      """#)
    #expect(all.json["successCount"] as? Int == 1 && (all.json["results"] as? [Any])?.isEmpty == true)
    let items = try await fixture.items("sortDirection=1")
    #expect(
      items.map { $0["expectedResult"] as? String } == ["EVALUATION_RESULT_FLAGGED", "EVALUATION_RESULT_NOT_FLAGGED"])
    #expect(items.first?["notes"] as? String == "why")
  }

  /// Items are removed by id or by filters; their contents stay.
  @Test func removes() async throws {
    let fixture = try await LabelDatasetFixture()
    var ids: [String] = []
    for index in 0..<4 { ids.append(try await fixture.append("text \(index)")) }
    let named = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/remove",
      #"{"labelDatasetItemIds": ["\#(ids[0])", "\#(ids[0])", "\#(UUID().uuidString)"]}"#)
    #expect(named.json["removedCount"] as? Int == 1)
    let all = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/remove",
      #"{"labelId": "\#(fixture.label)", "selectAll": true, "filters": {"excludedDatasetItemIds": ["\#(ids[2])"]}}"#)
    #expect(all.json["removedCount"] as? Int == 2)
    #expect(try await fixture.items().compactMap { $0["labelDatasetItemId"] as? String } == [ids[2]])
    let engine = fixture.rest.engine
    #expect(try await engine.store.contentIDs(ContentRowQuery(), account: engine.account).count == 4)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var method = HTTPRequest.Method.post
    var path: String
    var body = "{}"
    var says: String
    var testDescription: String { "\(path) \(says)" }
  }

  private static let many = (0..<1_001).map { _ in #""00000000-0000-0000-0000-000000000001""# }.joined(separator: ",")

  static let refusals = [
    Refusal(path: "LABEL/items", says: "400 an item needs one of `customerContentId`"),
    Refusal(path: "LABEL/items", body: #"{"customerContentId": "x"}"#, says: "400 customerContentId: must be a UUID"),
    Refusal(
      path: "LABEL/items", body: #"{"customerContentId": "00000000-0000-0000-0000-000000000001"}"#,
      says: "404 customerContentId: no content has this id"),
    Refusal(
      path: "LABEL/items",
      body: #"{"contentData": {"text": "a"}, "title": "\#(String(repeating: "t", count: 1_025))"}"#,
      says: "400 title: must be at most 1024 bytes"),
    Refusal(
      path: "LABEL/items", body: #"{"contentData": {"text": "a", "labels": [" a"]}}"#,
      says: "400 contentData.labels: must be 1 to 128 bytes"),
    Refusal(
      path: "LABEL/items", body: #"{"contentData": {"text": "a"}, "title": "a\nb"}"#,
      says: "400 title: must be without control characters"),
    Refusal(
      path: "LABEL/items", body: #"{"contentData": {"text": "a"}, "notes": "a\u0000b"}"#,
      says: "400 notes: must be without control characters"),
    Refusal(path: "LABEL/items", body: #"{"contentData": {}}"#, says: "400 contentData[0]: an item needs one of"),
    Refusal(path: "LABEL/items/batch", says: "400 items: must be 1 to 1000"),
    Refusal(method: .get, path: "LABEL/items?pageSize=1001", says: "400 pageSize: must be from 1 to 1000"),
    Refusal(method: .get, path: "LABEL/items?pageSize=-1", says: "400 pageSize: must be"),
    Refusal(method: .get, path: "LABEL/items?pageToken=x", says: "400 pageToken: is not one"),
    Refusal(method: .get, path: "LABEL/items?sortField=9", says: "400 sortField: is none"),
    Refusal(method: .get, path: "LABEL/items?filters.filterByStale=9", says: "400 filters.filterByStale: is none"),
    Refusal(
      method: .get, path: "LABEL/items?filters.filterByEvalLabelVersionId=00000000-0000-0000-0000-000000000001",
      says: "404 no label version"),
    Refusal(
      method: .get, path: "LABEL/items?filters.filterBySearchQuery=\(String(repeating: "q", count: 257))",
      says: "400 filters.filterBySearchQuery: must be at most"),
    Refusal(method: .get, path: "LABEL/item-ids?pageSize=10001", says: "400 pageSize: must be from 1 to 10000"),
    Refusal(
      path: "/v1/label-dataset-items/get", body: #"{"labelDatasetItemIds": [\#(many)]}"#,
      says: "400 labelDatasetItemIds: must be at most 1000 ids"),
    Refusal(path: "/v1/label-dataset-items/update", says: "400 updates: must be 1 to 1000, or `selectAll`"),
    Refusal(path: "/v1/label-dataset-items/update", body: #"{"selectAll": true}"#, says: "400 labelId: is required"),
    Refusal(path: "/v1/label-dataset-items/remove", says: "400 labelDatasetItemIds: are required, or `selectAll`"),
    Refusal(path: "/v1/label-dataset-items/remove", body: #"{"selectAll": true}"#, says: "400 labelId: is required"),
    Refusal(method: .patch, path: "/v1/label-dataset-items/x", says: "400 labelDatasetItemId: must be a UUID"),
  ]

  /// What is over a limit, is no value, or is not there is refused, and nothing is kept.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await LabelDatasetFixture()
    let path = refusal.path.replacing("LABEL", with: fixture.path)
    let answer =
      refusal.method == .get
      ? try await fixture.rest.get(path) : try await fixture.rest.send(refusal.method, path, refusal.body)
    #expect(answer.refusal.hasPrefix(refusal.says), "\(answer.body)")
    #expect(try await fixture.items().isEmpty)
  }

  /// All is there when the server is started again.
  @Test func outlivesARestart() async throws {
    let folder = try TemporaryFolder()
    let first = try await LabelDatasetFixture(RESTFixture(engine: TestEngine(folder: folder)))
    _ = try await first.append("a cat", "FLAGGED")
    _ = try await first.append("a dog", "FLAGGED")
    _ = try await first.evaluate(#""selectAll": true"#)
    func read(_ engine: TestEngine) async throws -> (
      Clavata_Gateway_V1_ListLabelDatasetItemsResponse, Clavata_Gateway_V1_GetLabelDatasetMetricsResponse
    ) {
      let items = try await engine.engine.labelDatasets.list(
        .with { $0.labelID = first.label }, caller: engine.caller)
      let metrics = try await engine.engine.labelFigures.metrics(
        .with { $0.labelID = first.label }, caller: engine.caller)
      return (items, metrics)
    }
    let before = try await read(first.rest.engine)
    try await first.rest.engine.store.close()
    let after = try await read(TestEngine(folder: folder))
    #expect(before == after && after.0.items.allSatisfy(\.hasLatestEvaluation) && after.0.items.count == 2)
    #expect(after.1.truePositives == 1 && after.1.falseNegatives == 1 && after.1.freshness == .fresh)
  }
}
