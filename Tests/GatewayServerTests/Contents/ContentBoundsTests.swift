internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// What calls about contents and datasets take at most, and what they do with bytes that mean harm.
struct ContentBoundsTests {
  private static func list(_ count: Int, _ item: String) -> String {
    Array(repeating: item, count: count).joined(separator: ",")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var method: HTTPRequest.Method
    var path: String
    var body: String?
    var says: String
    var testDescription: String { "\(path) \(says)" }

    init(_ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, says: String) {
      self.method = method
      self.path = path
      self.body = body
      self.says = says
    }
  }

  private static let id = "\"00000000-0000-4000-8000-000000000000\""

  static let refusals = [
    Refusal(.post, "/v1/contents", "{}", says: "contentData: at least one item"),
    Refusal(.post, "/v1/contents", #"{"contentData": [\#(list(1_001, "{}"))]}"#, says: "over the limit of 1000"),
    Refusal(
      .post, "/v1/contents", #"{"contentData": [{"text": "a"}], "labels": [\#(list(1_001, "\"x\""))]}"#,
      says: "labels: must be at most 50"),
    Refusal(
      .post, "/v1/contents",
      #"{"contentData": [{"text": "a"}], "labels": ["\#(String(repeating: "x", count: 129))"]}"#,
      says: "labels: must be 1 to 128 bytes"),
    Refusal(.post, "/v1/contents/get", "{}", says: "customerContentIds: at least one"),
    Refusal(
      .post, "/v1/contents/get", #"{"customerContentIds": [\#(list(1_001, id))]}"#, says: "must be at most 1000"),
    Refusal(
      .post, "/v1/contents/delete", #"{"customerContentIds": [\#(list(1_001, id))]}"#, says: "must be at most 1000"),
    Refusal(.post, "/v1/contents/delete", #"{"customerContentIds": ["' OR 1=1 --"]}"#, says: "must be a UUID"),
    Refusal(.get, "/v1/contents?query.content=\(String(repeating: "x", count: 257))", says: "at most 256 bytes"),
    Refusal(.get, "/v1/contents?query.labels=%00", says: "query.labels"),
    Refusal(.get, "/v1/contents?query.contentModalities=77", says: "query.contentModalities"),
    Refusal(.post, "/v1/datasets", "{}", says: "name: must be 1 to 256 bytes"),
    Refusal(.post, "/v1/datasets", #"{"name": "a\u0000b"}"#, says: "control characters"),
    Refusal(
      .post, "/v1/datasets", #"{"name": "a", "notes": "\#(String(repeating: "x", count: 4_097))"}"#,
      says: "notes: must be at most"),
    Refusal(.post, "/v1/datasets", #"{"name": "a", "notes": "\u0000"}"#, says: "notes: must be without zeros"),
    Refusal(.post, "/v1/datasets/delete", "{}", says: "datasetIds: at least one"),
    Refusal(.post, "/v1/datasets/delete", #"{"datasetIds": [\#(list(101, id))]}"#, says: "must be at most 100"),
    Refusal(.post, "/v1/datasets/x/items", "{}", says: "datasetId: must be a UUID"),
    Refusal(.post, "/v1/datasets/ID/items", "{}", says: "contentWithLabels: must be 1 to 1000"),
    Refusal(
      .post, "/v1/datasets/ID/items", #"{"contentWithLabels": [{"customerContentId": ""}]}"#,
      says: "contentWithLabels.customerContentId: is required"),
    Refusal(.post, "/v1/datasets/ID/job-contents", "{}", says: "contentHashesWithLabels: must be 1 to 1000"),
    Refusal(.post, "/v1/datasets/ID/items/remove", "{}", says: "datasetItemIds: at least one"),
    Refusal(
      .post, "/v1/datasets/ID/items/get", #"{"datasetItemIds": [\#(list(1_001, id))]}"#, says: "must be at most 1000"),
    Refusal(
      .put, "/v1/datasets/ID/items/labels", #"{"datasetItemIds": [\#(id)], "labels": [" x"]}"#,
      says: "without white space around it"),
    Refusal(
      .patch, "/v1/datasets/ID/items/labels",
      #"{"datasetItemIds": [\#(id)], "addLabels": ["x"], "removeLabels": ["x"]}"#,
      says: "must not be among the labels to be added"),
    Refusal(
      .put, "/v1/datasets/ID/items/title",
      #"{"datasetItemIds": [\#(id)], "title": "\#(String(repeating: "x", count: 1_025))"}"#,
      says: "title: must be at most"),
    Refusal(.post, "/v1/datasets/x/clone", "{}", says: "sourceDatasetId: must be a UUID"),
    Refusal(.post, "/v1/test_policy_with_dataset", #"{"datasetId": "x"}"#, says: "datasetId: must be a UUID"),
    Refusal(
      .post, "/v1/test_policy_with_dataset", #"{"datasetId": \#(id), "datasetItemIds": [\#(list(10_001, id))]}"#,
      says: "must be at most 10000"),
  ]

  /// What is over a limit, or is not what it should be, is refused with a status before anything is done.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await RESTFixture()
    let set = try await fixture.dataset()
    let answer = try await fixture.send(
      refusal.method, refusal.path.replacing("ID", with: set.id), body: refusal.body.map { Array($0.utf8) },
      key: fixture.engine.writer)
    #expect(answer.status == 400 && answer.body.contains(refusal.says), "\(answer.status) \(answer.body)")
    #expect((try await fixture.get("/v1/contents").json["customerContentIds"] as? [Any])?.isEmpty == true)
  }

  /// An answer has no more bytes than a message may: more is refused, fewer are answered.
  @Test func answersAreBounded() async throws {
    let fixture = try await RESTFixture()
    let text = String(repeating: "x", count: 1 << 20)
    var ids: [String] = []
    for part in 0..<5 {
      ids += try await fixture.contents((0..<13).map { #"{"text": "\#(text.dropLast(2 + $0 + 13 * part))"}"# })
    }
    #expect(ids.count == 65)
    func get(_ ids: ArraySlice<String>) async throws -> RESTFixture.Answer {
      let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
      return try await fixture.send(.post, "/v1/contents/get", #"{"customerContentIds": [\#(list)]}"#)
    }
    let refused = try await get(ids[...])
    #expect(refused.status == 400 && refused.body.contains("ask for fewer at once"), "\(refused.status)")
    let answered = try await get(ids.prefix(60))
    #expect(answered.status == 200 && (answered.json["contents"] as? [Any])?.count == 60)
    let set = try await fixture.dataset("large", ids)
    let all = try await fixture.send(.post, "/v1/datasets/\(set.id)/items/get", "{}")
    #expect(all.status == 400 && all.body.contains("name fewer"), "\(all.status)")
    let named = set.items.prefix(3).map { "\"\($0)\"" }.joined(separator: ",")
    #expect(try await fixture.contents(of: set.id, #"{"datasetItemIds": [\#(named)]}"#).count == 3)
  }
}
