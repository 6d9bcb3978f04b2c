internal import Foundation
internal import HTTPTypes
internal import Testing

/// `POST /v1/jobs/stream` as clients know it.
struct EvaluateStreamTests {
  /// Each item has a line, with its metadata, its hash and the label that holds.
  @Test func streamsALineForEachItem() async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(
      .post, "/v1/jobs/stream",
      """
      {"contentData": [{"text": "A CAT!", "metadata": {"id": "1"}}, {"text": "concatenate", "metadata": {"id": "2"}}],
       "policyId": "\(fixture.policyID)", "threshold": 0.5, "expedited": false, "options": {"options": {}}}
      """)
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "application/json")
    let reports = answer.lines.compactMap {
      ($0["result"] as? [String: Any])?["policyEvaluationReport"] as? [String: Any]
    }
    var matches: [String: [String]] = [:]
    for report in reports {
      let id = (report["contentMetadata"] as? [String: String])?["id"] ?? ""
      matches[id] = (report["labelMatches"] as? [String: Double])?.keys.sorted()
    }
    #expect(matches == ["1": ["Animals"], "2": []])
  }

  /// One item's answer is one JSON document: a client parses it whole.
  @Test func oneResultIsOneDocument() async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(
      .post, "/v1/jobs/stream", #"{"content_data": [{"text": "rain"}], "policy_id": "\#(fixture.policyID)"}"#)
    let result = answer.json["result"] as? [String: Any]
    let report = result?["policyEvaluationReport"] as? [String: Any]
    #expect(report?["result"] as? String == "OUTCOME_TRUE")
    #expect((result?["contentHash"] as? String)?.hasPrefix("sha256::") == true)
    // Fields without presence are written though they are empty: clients index them.
    let sections = report?["sectionEvaluationReports"] as? [[String: Any]]
    #expect(sections?.map { $0["message"] as? String } == ["an animal", ""])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var body: String
    var status: Int
    var code: Int
    var says: String
    var testDescription: String { says }
  }

  static let refusals: [Refusal] = [
    Refusal(body: #"{"contentData": [], "policyId": "ID"}"#, status: 400, code: 3, says: "contentData: at least one"),
    Refusal(body: #"{"contentData": [{}], "policyId": "ID"}"#, status: 400, code: 3, says: "contentData[0]:"),
    Refusal(
      body: #"{"contentData": [{"text": "a"}, {"title": "b"}], "policyId": "ID"}"#, status: 400, code: 3,
      says: "contentData[1]: an item needs one of `text`, `image` and `imageUrl`"),
    Refusal(
      body: #"{"contentData": [{"imageUrl": "http://x"}], "policyId": "ID"}"#, status: 400, code: 3,
      says: "contentData[0]: this server fetches no `imageUrl`"),
    Refusal(
      body: #"{"contentData": [{"audioUrl": "http://x"}], "policyId": "ID"}"#, status: 400, code: 3,
      says: "contentData[0]: `audioUrl` is not supported"),
    Refusal(body: #"{"contentData": [{"text": "a"}]}"#, status: 400, code: 3, says: "policyId: is required"),
    Refusal(
      body: #"{"contentData": [{"text": "a"}], "policyId": "dogs"}"#, status: 400, code: 3,
      says: "policyId: must be a UUID"),
    Refusal(
      body: #"{"contentData": [{"text": "a"}], "policyId": "6c0d5e0c-8a55-4c53-9d0e-d4a4b6a0d9f1"}"#, status: 404,
      code: 5, says: "no policy has the id"),
    Refusal(
      body: #"{"contentData": [{"text": "a"}], "policyId": "ID", "threshold": 1.5}"#, status: 400, code: 3,
      says: "threshold: must be"),
    Refusal(
      body: #"{"contentData": [{"text": "a"}], "policyId": "ID", "threshold": "NaN"}"#, status: 400, code: 3,
      says: "threshold: must be"),
    Refusal(
      body: #"{"contentData": [{"text": "a"}], "policyId": "ID", "options": {"options": {"expedited": "maybe"}}}"#,
      status: 400, code: 3, says: "options.expedited: must be"),
    Refusal(body: #"{"contentData": 5}"#, status: 400, code: 3, says: "contentData"),
    Refusal(body: #"{"contentData": ["#, status: 400, code: 3, says: "invalid JSON"),
  ]

  /// What cannot be evaluated is refused before anything is: a status, and the stream's own error shape.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await RESTFixture()
    let body = refusal.body.replacing("\"ID\"", with: "\"\(fixture.policyID)\"")
    let answer = try await fixture.send(.post, "/v1/jobs/stream", body)
    let error = answer.json["error"] as? [String: Any]
    let message = error?["message"] as? String ?? ""
    #expect(
      answer.status == refusal.status && error?["code"] as? Int == refusal.code && message.contains(refusal.says)
        && error?["details"] is [Any],
      "\(answer.status) \(answer.body)")
  }

  /// A thousand items are taken, one more is not.
  @Test func holdsTheLimitOfItems() async throws {
    let fixture = try await RESTFixture()
    func send(_ count: Int) async throws -> RESTFixture.Answer {
      let items = Array(repeating: #"{"text":"a cat"}"#, count: count).joined(separator: ",")
      return try await fixture.send(
        .post, "/v1/jobs/stream", #"{"contentData":[\#(items)],"policyId":"\#(fixture.policyID)"}"#)
    }
    let most = try await send(1_000)
    #expect(most.lines.count == 1_000)
    let tooMany = try await send(1_001)
    #expect(tooMany.status == 400)
  }

  /// The threshold decides, whether the request or the version gives it; 0 is "not set".
  @Test func thresholdIsTheRequestsElseTheVersions() async throws {
    let fixture = try await RESTFixture()
    let text = #"LABEL "L" { ~("wonderful") }"#
    let created = try await fixture.send(
      .post, "/v1/policies", #"{"policyKey": "t", "versionText": "\#(text.replacing("\"", with: "\\\""))"}"#)
    let id = created.json["policyId"] as? String ?? ""
    _ = try await fixture.send(
      .post, "/v1/policies/\(id)/versions",
      #"{"versionText": "\#(text.replacing("\"", with: "\\\""))", "activate": true, "policyEvalOptions": {"threshold": 0.75}}"#
    )
    func threshold(_ extra: String) async throws -> Double? {
      let answer = try await fixture.send(
        .post, "/v1/jobs/stream", #"{"contentData":[{"text":"x"}],"policyId":"\#(id)"\#(extra)}"#)
      let result = answer.json["result"] as? [String: Any]
      return (result?["policyEvaluationReport"] as? [String: Any])?["threshold"] as? Double
    }
    #expect(try await threshold("") == 0.75)
    #expect(try await threshold(#", "threshold": 0"#) == 0.75)
    #expect(try await threshold(#", "threshold": 0.9"#) == 0.9)
  }
}
