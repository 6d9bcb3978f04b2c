internal import Foundation
internal import HTTPTypes
internal import Testing

/// A label with two versions over REST, and its dataset.
struct LabelDatasetFixture: Sendable {
  /// What the first version finds, and the second.
  static let texts = [#"LABEL "Cats": "a cat" { =("cat") }"#, #"LABEL "Cats": "a cat" { =("cat", "kitten") }"#]

  let rest: RESTFixture
  let label: String
  let versions: [String]

  init(_ rest: RESTFixture, texts: [String] = Self.texts, named name: String = "cats") async throws {
    self.rest = rest
    let (label, first) = try await rest.label(name, texts[0])
    var versions = [first]
    for text in texts.dropFirst() {
      let answer = try await rest.labelVersion(label, text)
      let version = answer.json["labelVersion"] as? [String: Any]
      versions.append(version?["labelVersionId"] as? String ?? answer.body)
    }
    self.label = label
    self.versions = versions
  }

  init() async throws { try await self.init(RESTFixture()) }

  var path: String { "/v1/labels/\(label)/dataset" }

  /// Adds a text; `FLAGGED` and `NOT_FLAGGED` are expected results.
  func append(_ text: String, _ expected: String? = nil) async throws -> String {
    let expectation = expected.map { #", "expectedResult": "EVALUATION_RESULT_\#($0)""# } ?? ""
    let answer = try await rest.send(
      .post, "\(path)/items", #"{"contentData": {"text": \#(RESTFixture.quoted(text))}\#(expectation)}"#)
    #expect(answer.status == 200, "\(answer.body)")
    return (answer.json["item"] as? [String: Any])?["labelDatasetItemId"] as? String ?? ""
  }

  func expect(_ expected: String, of item: String) async throws {
    let answer = try await rest.send(
      .patch, "/v1/label-dataset-items/\(item)", #"{"expectedResult": "EVALUATION_RESULT_\#(expected)"}"#)
    #expect(answer.status == 200, "\(answer.body)")
  }

  /// - Parameter body: the fields of the request, without braces.
  func evaluate(_ body: String) async throws -> [[String: Any]] {
    let answer = try await rest.send(.post, "\(path)/evaluate", "{\(body)}")
    #expect(answer.status == 200, "\(answer.body)")
    return answer.lines.compactMap { $0["result"] as? [String: Any] }
  }

  func items(_ query: String = "") async throws -> [[String: Any]] {
    let answer = try await rest.get("\(path)/items?\(query)")
    #expect(answer.status == 200, "\(answer.body)")
    return answer.json["items"] as? [[String: Any]] ?? []
  }

  func metrics(_ query: String = "") async throws -> [String: Any] {
    let answer = try await rest.get("\(path)/metrics?\(query)")
    #expect(answer.status == 200, "\(answer.body)")
    return answer.json
  }

  /// How fresh the figures of a version are, and why not, in short.
  func freshness(_ version: Int) async throws -> String {
    let metrics = try await metrics("labelVersionId=\(versions[version])")
    let freshness = metrics["freshness"] as? String ?? ""
    let reasons = metrics["staleReasons"] as? [String] ?? []
    return ([freshness] + reasons).map {
      $0.replacing("LABEL_METRICS_FRESHNESS_", with: "").replacing("LABEL_METRICS_STALE_REASON_", with: "")
    }.joined(separator: " ")
  }
}

extension RESTFixture.Answer {
  /// The status and the error's message.
  var refusal: String {
    let error = json["error"] as? [String: Any] ?? json
    return "\(status) \(error["message"] as? String ?? "")"
  }
}
