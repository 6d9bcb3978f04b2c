internal import Foundation
internal import HTTPTypes
internal import RemoteModels
internal import SignalScoring
internal import TestSupport
internal import Testing

/// Which models a policy version is answered by, over REST.
struct ModelStackTests {
  /// A server with both models, the remote one answering by a script.
  private static func run(
    standard: ModelStack = .embedded, _ script: @escaping ScriptedServer.Script,
    _ body: (RESTFixture, ScriptedServer) async throws -> Void
  ) async throws {
    try await ScriptedServer.run(script) { server in
      var limits = RemoteLimits()
      limits.retries.attempts = 1
      let remote = RemoteScorer(
        try RemoteModelConfiguration(baseURL: server.baseURL, model: "judge", limits: limits),
        limiter: RequestLimiter())
      let fixture = try await RESTFixture(scorers: [
        StackedScorer(
          embedded: ConstantScorer("small-1", score: 0.2), remote: remote, standard: standard, notify: { _ in })
      ])
      do {
        try await body(fixture, server)
        try await remote.shutdown()
      } catch {
        try? await remote.shutdown()
        throw error
      }
    }
  }

  /// Makes a version active with these options and evaluates a text: the report.
  private static func report(
    _ fixture: RESTFixture, options: String, context: String = ""
  ) async throws -> [String: Any] {
    let version = try await fixture.send(
      .post, "/v1/policies/\(fixture.policyID)/versions",
      """
      {"versionText": "LABEL \\"Dogs\\" { \\"dogs\\" }", "activate": true,
       "policyEvalOptions": {\(options)}, "globalContext": "\(context)"}
      """)
    try #require(version.status == 200, "\(version.body)")
    let answer = try await fixture.send(
      .post, "/v1/jobs/stream",
      #"{"contentData": [{"text": "a dog \#(options.count)"}], "policyId": "\#(fixture.policyID)"}"#)
    let result = answer.json["result"] as? [String: Any]
    return try #require(result?["policyEvaluationReport"] as? [String: Any])
  }

  private static func score(_ report: [String: Any]) -> Double? {
    (report["reviewResult"] as? [String: Any])?["score"] as? Double
  }

  /// Each version is answered by the models it names; the context goes to the remote one.
  @Test func aVersionNamesItsModels() async throws {
    try await Self.run { _, _ in
      .answer(Completion.yes(0.75))
    } _: { fixture, server in
      #expect(try await Self.score(Self.report(fixture, options: "")) == 0.2)
      #expect(try await Self.score(Self.report(fixture, options: #""stack": "embedded""#)) == 0.2)
      #expect(server.requests.isEmpty)
      let report = try await Self.report(fixture, options: #""stack": "remote""#, context: "a forum for vets")
      #expect(Self.score(report).map { abs($0 - 0.75) < 1e-6 } == true)
      #expect(server.requests.first?.text(of: "system")?.hasSuffix("a forum for vets") == true)
      #expect(try await Self.score(Self.report(fixture, options: #""stack": "remote,embedded""#)) != 0.2)
    }
  }

  /// What the remote model cannot answer fails, or is answered by the embedded one, as the version has it.
  @Test func aVersionSaysWhatBecomesOfFailures() async throws {
    try await Self.run(standard: .remote) { _, _ in
      .answer(status: 403, "{}")
    } _: { fixture, _ in
      let failed = try await Self.report(fixture, options: "")
      #expect(failed["result"] as? String == "OUTCOME_FAILED")
      let answered = try await Self.report(fixture, options: #""stack": "remote,embedded""#)
      #expect(answered["result"] as? String == "OUTCOME_FALSE" && Self.score(answered) == 0.2)
      // It is said without being asked for.
      let internals = answered["internals"] as? [String: Any]
      let entries = internals?["featureReports"] as? [String: Any]
      #expect(failed["internals"] == nil && entries?.keys.sorted() == ["1 small-1 instead of remote-p1/judge"])
    }
  }

  /// A stack that there is not is refused when the version is made, and so is a context that is too long.
  @Test(arguments: [
    (#""policyEvalOptions": {"stack": "largest"}"#, "policyEvalOptions.stack: must be one of `embedded`"),
    (#""globalContext": "\#(String(repeating: "a", count: 16 << 10 + 1))""#, "globalContext: must be at most 16384"),
  ])
  func refuses(fields: String, says: String) async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(
      .post, "/v1/policies/\(fixture.policyID)/versions", #"{"versionText": "LABEL \"a\" { \"b\" }", \#(fields)}"#)
    #expect(answer.status == 400 && answer.body.contains(says), "\(answer.body)")
  }
}
