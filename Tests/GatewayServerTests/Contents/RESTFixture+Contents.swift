internal import Foundation
internal import HTTPTypes
internal import Testing

extension RESTFixture {
  /// Adds contents, and answers their ids in order.
  ///
  /// - Parameters:
  ///   - items: JSON objects.
  ///   - extra: further fields of the request, after a comma.
  func contents(_ items: [String], _ extra: String = "") async throws -> [String] {
    let answer = try await send(
      .post, "/v1/contents", #"{"contentData": [\#(items.joined(separator: ","))]\#(extra)}"#)
    #expect(answer.status == 200 && (answer.json["failedContent"] as? [Any])?.isEmpty == true, "\(answer.body)")
    return (answer.json["successfulContent"] as? [[String: Any]] ?? []).compactMap {
      $0["customerContentId"] as? String
    }
  }

  func contents(texts: String...) async throws -> [String] {
    try await contents(texts.map { #"{"text": \#(Self.quoted($0))}"# })
  }

  /// A content as it is kept.
  func content(_ id: String) async throws -> [String: Any] {
    let answer = try await send(.post, "/v1/contents/get", #"{"customerContentIds": ["\#(id)"]}"#)
    let contents = answer.json["contents"] as? [[String: Any]]
    return contents?.first?["contentData"] as? [String: Any] ?? [:]
  }

  /// Makes a dataset of contents, and answers its id and its items'.
  func dataset(
    _ name: String = "set", _ contents: [String] = [], labels: String = ""
  ) async throws -> (id: String, items: [String]) {
    let answer = try await send(.post, "/v1/datasets", #"{"name": \#(Self.quoted(name)), "notes": "n"}"#)
    #expect(answer.status == 200, "\(answer.body)")
    let id = answer.json["datasetId"] as? String ?? ""
    guard !contents.isEmpty else { return (id, []) }
    let items = contents.map { #"{"customerContentId": "\#($0)"}"# }.joined(separator: ",")
    let appended = try await send(
      .post, "/v1/datasets/\(id)/items", #"{"contentWithLabels": [\#(items)], "bulkLabels": [\#(labels)]}"#)
    #expect(appended.json["success"] as? Bool == true, "\(appended.body)")
    return (id, try await self.items(of: id))
  }

  /// The ids of a dataset's items.
  ///
  /// - Parameter query: with its question mark.
  func items(of dataset: String, _ query: String = "") async throws -> [String] {
    let answer = try await get("/v1/datasets/\(dataset)/items\(query)")
    #expect(answer.status == 200, "\(answer.body)")
    return (answer.json["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  /// A dataset's contents by the ids of its items.
  func contents(of dataset: String, _ body: String = "{}") async throws -> [String: [String: Any]] {
    let answer = try await send(.post, "/v1/datasets/\(dataset)/items/get", body)
    #expect(answer.status == 200, "\(answer.body)")
    var contents: [String: [String: Any]] = [:]
    for each in answer.json["contents"] as? [[String: Any]] ?? [] {
      contents[each["datasetItemId"] as? String ?? ""] = each["contentData"] as? [String: Any]
    }
    return contents
  }
}
