internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// `TestPolicy`: drafts tried on contents.
struct PolicyTestTests {
  private static let draft = #"LABEL \"Cats\" { =(\"cat\") }\nLABEL \"Dogs\" { =(\"dog\") }"#

  private func results(_ answer: RESTFixture.Answer) -> [[String: Any]] {
    answer.lines.compactMap { $0["result"] as? [String: Any] }
  }

  /// Each content has a line with its report; the job is of type TEST, and nothing else is kept.
  @Test(arguments: [1, 3])
  func putsContentsToADraft(count: Int) async throws {
    let fixture = try await RESTFixture()
    let policies = try await fixture.get("/v1/policies").body
    let items = ["a CAT", "rain", "a dog"].prefix(count).enumerated()
      .map { #"{"text": "\#($1)", "metadata": {"n": "\#($0)"}}"# }.joined(separator: ",")
    let answer = try await fixture.send(
      .post, "/v1/test_policy", #"{"policyDraft": "\#(Self.draft)", "contentData": [\#(items)], "threshold": 0.4}"#)
    let results = results(answer)
    #expect(answer.status == 200 && results.count == count, "\(answer.body)")
    var matches: [String: [String]] = [:]
    for result in results {
      let report = result["report"] as? [String: Any] ?? [:]
      #expect(result["policyValid"] as? Bool == true && result["error"] == nil)
      #expect(report["policyId"] as? String == "" && report["threshold"] as? Double == 0.4)
      #expect(result["contentHash"] as? String == report["contentHash"] as? String)
      let metadata = report["contentMetadata"] as? [String: String] ?? [:]
      matches[metadata["n"] ?? ""] = (report["labelMatches"] as? [String: Any])?.keys.sorted()
    }
    let expected = ["0": ["Cats"], "1": [], "2": ["Dogs"]]
    #expect(matches == expected.filter { Int($0.key).map { $0 < count } == true })

    let id = results.first?["jobId"] as? String ?? ""
    let job = try await fixture.get("/v1/jobs/\(id)").json["job"] as? [String: Any]
    #expect(job?["jobType"] as? String == "JOB_TYPE_TEST" && job?["status"] as? String == "JOB_STATUS_COMPLETED")
    #expect(job?["policyDraftId"] as? String == results.first?["policyDraftId"] as? String)
    #expect((job?["results"] as? [Any])?.isEmpty == true && job?["policyId"] == nil)
    #expect((job?["contentData"] as? [Any])?.count == count)
    #expect(try await fixture.get("/v1/policies").body == policies)
  }

  /// A draft that does not compile is one answer with its first error, however many contents there are, and no job.
  @Test(arguments: [0, 1, 5])
  func anInvalidDraftIsOneAnswer(count: Int) async throws {
    let fixture = try await RESTFixture()
    let items = Array(repeating: #"{"text": "a"}"#, count: count).joined(separator: ",")
    let answer = try await fixture.send(
      .post, "/v1/test_policy", #"{"policyDraft": "LABEL \"a\" {\n  \"b\" AND\n}", "contentData": [\#(items)]}"#)
    let result = results(answer).first ?? [:]
    let error = result["error"] as? [String: Any]
    #expect(answer.status == 200 && answer.lines.count == 1)
    #expect(result["policyValid"] as? Bool == false && result["jobId"] as? String == "" && result["report"] == nil)
    #expect(error?["line"] as? Int == 3 && (error?["message"] as? String)?.isEmpty == false)
    #expect((try await fixture.get("/v1/jobs").json["jobs"] as? [Any])?.isEmpty == true)
  }

  /// One text is one draft: its id is the same whenever it is sent, and another account's is another.
  @Test func aDraftsIDFollowsFromItsText() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    func id(_ draft: String, key: String) async throws -> String {
      let body = #"{"policyDraft": "\#(draft)", "contentData": [{"text": "a"}]}"#
      let answer = try await fixture.send(.post, "/v1/test_policy", body: Array(body.utf8), key: key)
      return results(answer).first?["policyDraftId"] as? String ?? answer.body
    }
    let own = fixture.engine.admin
    let first = try await id(Self.draft, key: own)
    let again = try await id(Self.draft, key: own)
    let changed = try await id(Self.draft + " ", key: own)
    let strange = try await id(Self.draft, key: other.admin)
    #expect(first == again && UUID(uuidString: first) != nil)
    #expect(Set([first, changed, strange]).count == 3)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var extra: String
    var says: String
    var testDescription: String { says }
  }

  static let refusals = [
    Refusal(extra: #""contentData": []"#, says: "contentData: at least one"),
    Refusal(extra: #""contentData": [{"text": "a"}, {}]"#, says: "contentData[1]: an item needs one of"),
    Refusal(extra: #""contentData": [{"text": "a"}], "threshold": 1.1"#, says: "threshold: must be"),
    Refusal(
      extra: #""contentData": [{"text": "a"}], "options": {"stack": "best"}"#, says: "options.stack: must be one of"),
    Refusal(
      extra: #""contentData": [{"text": "a"}], "globalContext": "\#(String(repeating: "c", count: 16_385))""#,
      says: "globalContext: must be at most"),
  ]

  /// What cannot be evaluated is refused with a status, before anything is.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(
      .post, "/v1/test_policy", #"{"policyDraft": "\#(Self.draft)", \#(refusal.extra)}"#)
    let message = (answer.json["error"] as? [String: Any])?["message"] as? String ?? ""
    #expect(answer.status == 400 && message.contains(refusal.says), "\(answer.body)")
  }

  /// A draft over the language's limits is refused like a version, as an answer.
  @Test func holdsTheLanguagesLimits() async throws {
    let fixture = try await RESTFixture()
    let long = String(repeating: " ", count: 256 << 10)
    let answer = try await fixture.send(
      .post, "/v1/test_policy", #"{"policyDraft": "\#(Self.draft)\#(long)", "contentData": [{"text": "a"}]}"#)
    let error = results(answer).first?["error"] as? [String: Any]
    #expect((error?["message"] as? String)?.contains("over the limit") == true, "\(answer.status)")
  }

  /// An account has so many drafts in work and no more: the next is told to try again, and later it may.
  @Test func draftsInWorkAreBounded() async throws {
    let gate = GateScorer()
    let fixture = try await RESTFixture(scorers: [gate])
    let body = #"{"policyDraft": "LABEL \"L\" { \"yes\" }", "contentData": [{"text": "wait yes"}]}"#
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<WorkGate.accountLimit {
        group.addTask { try await fixture.send(.post, "/v1/test_policy", body).status }
      }
      while gate.begun < WorkGate.accountLimit { try await Task.sleep(for: .milliseconds(2)) }
      let refused = try await fixture.send(.post, "/v1/test_policy", body)
      #expect(refused.status == 429 && refused.body.contains("too many drafts"))
      gate.open()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == Array(repeating: 200, count: WorkGate.accountLimit))
    #expect(try await fixture.send(.post, "/v1/test_policy", body).status == 200)
  }

  /// gRPC: the same answers, and the role is asked for.
  @Test func answersOverGRPC() async throws {
    let engine = try await TestEngine()
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_PoliciesService.Client(wrapping: connection)
        func test(_ draft: String, key: String) async throws -> [Clavata_Gateway_V1_TestPolicyResponse] {
          let request = Clavata_Gateway_V1_TestPolicyRequest.with {
            $0.policyDraft = draft
            $0.contentData = ["a cat", "nothing"].map { text in .with { $0.text = text } }
          }
          return try await client.testPolicy(request, metadata: ["authorization": "Bearer \(key)"]) { response in
            try await response.messages.reduce(into: []) { $0.append($1) }
          }
        }
        let valid = try await test(#"LABEL "Cats" { =("cat") }"#, key: engine.writer)
        #expect(valid.count == 2 && valid.allSatisfy { $0.policyValid && !$0.hasError && $0.hasReport })
        #expect(valid.flatMap { $0.report.labelMatches.keys } == ["Cats"])
        let invalid = try await test("LABEL", key: engine.writer)
        #expect(invalid.count == 1 && invalid.allSatisfy { !$0.policyValid && $0.hasError && !$0.hasReport })
        await #expect(throws: RPCError.self) { try await test("LABEL", key: engine.evaluator) }
      }
    }
  }
}
