internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

extension RESTFixture {
  /// Evaluates texts with a policy, as one job.
  @discardableResult
  func evaluate(_ texts: [String], policy: String? = nil, key: String? = nil) async throws -> Answer {
    let contents = texts.map { #"{"text": \#(Self.quoted($0))}"# }.joined(separator: ",")
    let answer = try await send(
      .post, "/v1/jobs/stream",
      body: Array(#"{"contentData": [\#(contents)], "policyId": "\#(policy ?? policyID)"}"#.utf8),
      key: key ?? engine.admin)
    try #require(answer.status == 200, "\(answer.body)")
    return answer
  }

  /// The usage of policies, or of labels, of the two hours around a moment, in one step.
  func usage(_ path: String = "usage", key: String? = nil, around moment: Date = Date()) async throws -> [String: Any] {
    let answer = try await send(
      .get, "/v1/analytics/\(path)?\(Self.interval(around: moment))", key: key ?? engine.admin)
    try #require(answer.status == 200, "\(answer.body)")
    return answer.json
  }

  static func interval(around moment: Date = Date(), unit: String = "HOUR", length: Int = 4) -> String {
    let start = moment.addingTimeInterval(-3_600).formatted(.iso8601)
    let end = moment.addingTimeInterval(3_600).formatted(.iso8601)
    return
      "interval.start=\(start)&interval.end=\(end)&interval.intervalUnit=\(unit)&interval.intervalLength=\(length)"
  }
}

/// JSON without casts at every step.
struct Tree {
  let value: Any?

  init(_ value: Any?) { self.value = value }

  subscript(_ name: String) -> Tree { Tree((value as? [String: Any])?[name]) }
  subscript(_ index: Int) -> Tree { Tree(list.indices.contains(index) ? list[index].value : nil) }

  var list: [Tree] { (value as? [Any] ?? []).map(Tree.init) }
  var text: String { value as? String ?? "" }
  /// Of a number, or of a 64-bit one, which is a text in JSON.
  var number: Double { (value as? NSNumber)?.doubleValue ?? (value as? String).flatMap(Double.init) ?? .nan }
  var flag: Bool? { value as? Bool }
}
