internal import Foundation
internal import HTTPTypes
internal import SignalScoring
internal import TestSupport
internal import Testing

/// Reports that say why, over REST.
struct ExplainTests {
  private func report(_ answer: RESTFixture.Answer) throws -> [String: Any] {
    let result = answer.json["result"] as? [String: Any]
    return try #require(result?["policyEvaluationReport"] as? [String: Any], "\(answer.body)")
  }

  private func body(_ fixture: RESTFixture, _ options: String) -> String {
    #"{"contentData": [{"text": "a DOG"}], "policyId": "\#(fixture.policyID)", "options": {"options": {\#(options)}}}"#
  }

  /// Asked to, a report says who answered and where; not asked, it is without internals; a kept one too.
  @Test func explainsWhenAsked() async throws {
    let fixture = try await RESTFixture()
    let plain = try await report(fixture.send(.post, "/v1/jobs/stream", body(fixture, "")))
    #expect(plain["internals"] == nil)
    let answer = try await fixture.send(.post, "/v1/jobs/stream", body(fixture, #""explain": "true""#))
    let internals = try #require(report(answer)["internals"] as? [String: Any])
    let entries = try #require(internals["featureReports"] as? [String: [String: Any]])
    #expect(entries.keys.allSatisfy { $0.hasSuffix(" lexical-1") } && entries.count == 4)
    let found = entries.values.filter { $0["score"] as? Double == 1 }
    #expect(found.map { $0["expression"] as? String } == [#"=("dog")"#])
    let start = (found.first?["sourceRanges"] as? [[String: Any]])?.first?["start"] as? [String: Int]
    #expect(start == ["line": 1, "column": 3])

    let id = (answer.json["result"] as? [String: Any])?["jobUuid"] as? String ?? ""
    let job = try await fixture.get("/v1/jobs/\(id)").json["job"] as? [String: Any]
    let kept = (job?["results"] as? [[String: Any]])?.first?["report"] as? [String: Any]
    #expect(kept?["featureReports"] != nil && kept?["internals"] == nil)
  }

  /// A signal that nobody could score says why.
  @Test func explainsFailures() async throws {
    let engine = try await RESTFixture()
    let id = try await engine.engine.policy(#"LABEL "a" { "dogs" }"#, key: "dogs").uuidString
    let answer = try await engine.send(
      .post, "/v1/jobs/stream",
      #"{"contentData": [{"text": "a"}], "policyId": "\#(id)", "options": {"options": {"explain": "true"}}}"#)
    let internals = try #require(report(answer)["internals"] as? [String: Any])
    let entries = try #require(internals["featureReports"] as? [String: [String: Any]])
    #expect(entries.keys.allSatisfy { $0.hasPrefix("1 failed: nothing here can score a concept") })
    #expect(entries.values.map { $0["score"] as? Double } == [-1])
  }

  /// What a job could not keep is refused rather than left out, and so is a word that is neither true nor false.
  @Test(arguments: [
    ("/v1/jobs", #""explain": "true""#, "options.explain: a job keeps scores alone"),
    ("/v1/jobs/stream", #""explain": "perhaps""#, "options.explain: must be `true` or `false`"),
  ])
  func refuses(path: String, options: String, says: String) async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(.post, path, body(fixture, options))
    #expect(answer.status == 400 && answer.body.contains(says), "\(answer.body)")
  }
}
