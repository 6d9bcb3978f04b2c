internal import Foundation
internal import HTTPTypes
internal import Testing

extension RESTFixture {
  /// A text as JSON has it, in quotes.
  static func quoted(_ text: String) -> String {
    let data = (try? JSONEncoder().encode(text)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  /// A JSON value with its keys in order, so that two can be compared; empty where there is none.
  static func canonical(_ value: Any?) -> String {
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed]
    let data = value.flatMap { try? JSONSerialization.data(withJSONObject: $0, options: options) } ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  /// Makes a label with a version, and answers their ids.
  ///
  /// - Parameter extra: further fields, after a comma.
  func label(_ name: String, _ text: String, _ extra: String = "") async throws -> (label: String, version: String) {
    let answer = try await send(
      .post, "/v1/labels", #"{"name": \#(Self.quoted(name)), "initialVersionText": \#(Self.quoted(text))\#(extra)}"#)
    #expect(answer.status == 200 && answer.json["valid"] as? Bool == true, "\(answer.body)")
    let label = answer.json["label"] as? [String: Any]
    let version = answer.json["labelVersion"] as? [String: Any]
    return (label?["labelId"] as? String ?? "", version?["labelVersionId"] as? String ?? "")
  }

  /// Makes a further version.
  func labelVersion(_ label: String, _ text: String, _ extra: String = "") async throws -> Answer {
    try await send(.post, "/v1/labels/\(label)/versions", #"{"text": \#(Self.quoted(text))\#(extra)}"#)
  }
}
