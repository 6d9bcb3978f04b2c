internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Who sees figures, and whose.
struct AnalyticsAccessTests {
  private static let none = "00000000-0000-0000-0000-000000000001"

  private static func paths(policy: String, label: String) -> [String] {
    [
      "policies/\(policy)/insights", "policies/\(policy)/labels", "policies/\(policy)/received",
      "labels/\(label)/insights", "labels/\(label)/received",
    ]
  }

  /// Figures have to do with contents, so that a key which only evaluates does not see them.
  @Test func asksForAWriter() async throws {
    let rest = try await RESTFixture()
    let label = try await rest.label("Cats", #"LABEL "Cats" { =("cat") }"#).label
    let interval = RESTFixture.interval()
    let paths =
      Self.paths(policy: rest.policyID, label: label) + [
        "usage?\(interval)", "label-usage?\(interval)", "content-feed", "policies",
      ]
    #expect(paths.count == 9)
    for path in paths {
      let statuses = try await [rest.engine.evaluator, rest.engine.writer].map { key in
        (path: "/v1/analytics/\(path)", key: key)
      }.asyncMap { try await rest.send(.get, $0.path, key: $0.key).status }
      #expect(statuses == [403, 200], "\(path)")
    }
  }

  /// Another account's policy or label is not there, and nothing of it is in a sum or a feed.
  @Test func accountsAreApart() async throws {
    let rest = try await RESTFixture()
    let (label, version) = try await rest.label("Cats", #"LABEL "Cats" { =("cat") }"#)
    try await rest.evaluate(["a cat"])
    #expect(
      try await rest.send(
        .post, "/v1/labels/evaluate", #"{"labelVersionIds": ["\#(version)"], "contentData": {"text": "a cat"}}"#
      ).status == 200)
    let other = try await rest.engine.otherAccount()
    let paths =
      Self.paths(policy: rest.policyID, label: label) + [
        "content-feed?policyId=\(rest.policyID)", "content-feed?labelId=\(label)",
        "content-feed?labelVersionId=\(version)",
      ]
    for path in paths {
      let answer = try await rest.send(.get, "/v1/analytics/\(path)", key: other.admin)
      #expect(answer.status == 404, "\(path): \(answer.body)")
    }
    for path in Self.paths(policy: Self.none, label: Self.none) {
      #expect(try await rest.get("/v1/analytics/\(path)").status == 404, "\(path)")
    }
    for path in ["usage", "label-usage"] {
      let usage = Tree(try await rest.usage(path, key: other.admin))
      #expect(usage["totalReviewsBySeriesType"]["1"].number == 0)
      #expect(usage["policySummaries"].list.isEmpty && usage["labelSummaries"].list.isEmpty)
      #expect(Tree(try await rest.usage(path))["totalReviewsBySeriesType"]["1"].number == 1)
    }
    let feed = try await rest.send(.get, "/v1/analytics/content-feed", key: other.admin)
    #expect(Tree(feed.json)["entries"].list.isEmpty)
    let policies = try await rest.send(.get, "/v1/analytics/policies", key: other.admin)
    #expect(Tree(policies.json)["policies"].list.isEmpty)
  }

  /// A label that was deleted is found by no method; a policy's figures stay, for it can be undeleted.
  @Test func deletedLabelsAreGone() async throws {
    let rest = try await RESTFixture()
    let label = try await rest.label("Cats", #"LABEL "Cats" { =("cat") }"#).label
    #expect(try await rest.send(.delete, "/v1/labels/\(label)", key: rest.engine.admin).status == 200)
    #expect(try await rest.send(.delete, "/v1/policies/\(rest.policyID)", key: rest.engine.admin).status == 200)
    for path in Self.paths(policy: rest.policyID, label: label) {
      let status = try await rest.get("/v1/analytics/\(path)").status
      #expect(status == (path.hasPrefix("labels") ? 404 : 200), "\(path)")
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async throws -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
