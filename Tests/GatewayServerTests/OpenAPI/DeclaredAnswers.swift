internal import Foundation
internal import HTTPTypes
internal import TestSupport

/// The API's document, as what every answer is held against.
struct DeclaredAnswers: Sendable {
  let document: JSONTree

  init(_ fixture: RESTFixture) async throws {
    document = try JSONTree(parsing: await fixture.send(.get, "/openapi.json", key: nil).body)
  }

  var check: SchemaCheck { SchemaCheck(document: document) }

  /// What an answer has that the document does not declare.
  ///
  /// - Parameter path: as the document has it: `/v1/jobs/{id}`.
  func faults(of answer: RESTFixture.Answer, to method: HTTPRequest.Method, _ path: String) -> [String] {
    guard let operation = document["paths"]?[path]?[method.rawValue.lowercased()] else {
      return ["\(method) \(path) is not declared"]
    }
    guard var response = operation["responses"]?["\(answer.status)"] else {
      return ["\(method) \(path): \(answer.status) is not declared"]
    }
    if let reference = response["$ref"]?.text {
      guard let resolved = check.resolved(reference) else { return ["\(reference) leads nowhere"] }
      response = resolved
    }
    guard let schema = response["content"]?["application/json"]?["schema"] else {
      return ["\(method) \(path): \(answer.status) has no schema"]
    }
    guard answer.headers[.contentType] == "application/json" else { return ["\(path): is not JSON"] }
    let documents = answer.body.split(separator: "\n")
    if documents.isEmpty { return ["\(path): is empty"] }
    return documents.flatMap { line in
      guard let value = try? JSONTree(parsing: String(line)) else { return ["\(path): \(line) is no JSON"] }
      return check.faults(of: value, against: schema).map { "\(method) \(path) \(answer.status) \($0)" }
    }
  }
}
