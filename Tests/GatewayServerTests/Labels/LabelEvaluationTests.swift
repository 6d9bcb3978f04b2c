internal import Foundation
internal import GRPCCore
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// `EvaluateLabels`: one content, several labels.
struct LabelEvaluationTests {
  private static let cats = #"LABEL "Cats": "a cat" { =("cat") }"#
  private static let dogs = #"LABEL "Dogs" { =("dog") }"#

  private func evaluate(
    _ fixture: RESTFixture, _ versions: [String], _ text: String = "a CAT", _ extra: String = ""
  ) async throws -> RESTFixture.Answer {
    let ids = versions.map { "\"\($0)\"" }.joined(separator: ",")
    return try await fixture.send(
      .post, "/v1/labels/evaluate",
      #"{"contentData": {"text": \#(RESTFixture.quoted(text))}, "labelVersionIds": [\#(ids)]\#(extra)}"#)
  }

  private func results(_ answer: RESTFixture.Answer) -> [[String: Any]] {
    #expect(answer.status == 200, "\(answer.body)")
    return answer.json["results"] as? [[String: Any]] ?? []
  }

  private func evaluation(_ answer: RESTFixture.Answer) -> [String: Any] {
    results(answer).first?["evaluation"] as? [String: Any] ?? [:]
  }

  /// Results come in the order of the request, each with its label, its version and a job; one named twice, twice.
  @Test func answersInOrder() async throws {
    let fixture = try await RESTFixture()
    let (cats, catsVersion) = try await fixture.label("cats", Self.cats)
    let (dogs, dogsVersion) = try await fixture.label("dogs", Self.dogs)
    let answer = try await evaluate(fixture, [dogsVersion, catsVersion, dogsVersion])
    let results = results(answer)
    #expect(results.map { $0["labelId"] as? String } == [dogs, cats, dogs])
    #expect(results.map { $0["labelVersionId"] as? String } == [dogsVersion, catsVersion, dogsVersion])
    let evaluations = results.compactMap { $0["evaluation"] as? [String: Any] }
    #expect(evaluations.map { $0["outcome"] as? String } == ["OUTCOME_FALSE", "OUTCOME_TRUE", "OUTCOME_FALSE"])
    #expect(evaluations.map { $0["score"] as? Double } == [0, 1, 0])
    #expect(evaluations.allSatisfy { $0["threshold"] as? Double == 0.5 && $0["report"] == nil })
    #expect((answer.json["contentHash"] as? String)?.hasPrefix("sha256::") == true)
    let jobs = results.compactMap { $0["jobUuid"] as? String }
    #expect(jobs[0] == jobs[2] && jobs[0] != jobs[1])
  }

  /// A job of a label names it and shows the report that the call gave, also once the label is deleted.
  @Test func keepsAJobOfEach() async throws {
    let fixture = try await RESTFixture()
    let (label, version) = try await fixture.label("cats", Self.cats)
    let answer = try await evaluate(fixture, [version], "a CAT", #", "includeEvaluationReport": true"#)
    let report = evaluation(answer)["report"] as? [String: Any] ?? [:]
    #expect(report["labelId"] as? String == label && report["labelVersionId"] as? String == version)
    #expect(
      report["policyId"] as? String == "" && (report["labelMatches"] as? [String: Any])?.keys.sorted() == ["Cats"])
    _ = try await fixture.send(.delete, "/v1/labels/\(label)", key: fixture.engine.admin)
    let id = results(answer).first?["jobUuid"] as? String ?? ""
    let job = try await fixture.get("/v1/jobs/\(id)").json["job"] as? [String: Any] ?? [:]
    #expect(job["labelId"] as? String == label && job["labelVersionId"] as? String == version)
    #expect(job["status"] as? String == "JOB_STATUS_COMPLETED" && job["jobType"] as? String == "JOB_TYPE_STANDARD")
    #expect(job["policyId"] == nil)
    let kept = (job["results"] as? [[String: Any]])?.first?["report"] as? [String: Any] ?? [:]
    #expect(RESTFixture.canonical(kept) == RESTFixture.canonical(report))
    let listed = try await fixture.get("/v1/jobs").json["jobs"] as? [[String: Any]]
    #expect(listed?.compactMap { $0["jobUuid"] as? String } == [id])
  }

  /// One label's failure is told in its place; the others are evaluated.
  @Test func failuresAreTheirOwn() async throws {
    let fixture = try await RESTFixture(scorers: [CountingScorer()])
    let (_, cats) = try await fixture.label("cats", Self.cats)
    let (_, disabled) = try await fixture.label("off", Self.dogs, #", "disabled": true"#)
    let (gone, deleted) = try await fixture.label("gone", Self.dogs)
    let (_, failing) = try await fixture.label("failing", #"LABEL "F" { "fail" AND "0.9 of it" }"#)
    let (_, settled) = try await fixture.label("settled", #"LABEL "S" { "fail" OR "1 of it" }"#)
    _ = try await fixture.send(.delete, "/v1/labels/\(gone)", key: fixture.engine.admin)
    let missing = "6c0d5e0c-8a55-4c53-9d0e-d4a4b6a0d9f1"
    let results = results(try await evaluate(fixture, [missing, cats, disabled, deleted, failing, settled]))
    let errors: [String?] = results.map { $0["error"] as? String }
    let expected: [String?] = [
      "no label version has the id \(missing)", nil, "the label `off` is disabled",
      "no label version has the id \(deleted)", "the label could not be scored: the model failed", nil,
    ]
    #expect(errors == expected)
    let outcomes: [String?] = results.map { ($0["evaluation"] as? [String: Any])?["outcome"] as? String }
    #expect(outcomes == [nil, "OUTCOME_TRUE", nil, nil, nil, "OUTCOME_TRUE"])
    let jobs: [Bool] = results.map { ($0["jobUuid"] as? String ?? "").isEmpty }
    #expect(jobs == [true, false, true, true, false, false])
  }

  /// What several labels share is scored once, all in one call; what is kept of a content is not scored again, unless
  /// that is asked for.
  @Test func theUnionIsScoredOnce() async throws {
    let scorer = CountingScorer()
    let fixture = try await RESTFixture(scorers: [scorer])
    let texts = [
      #"LABEL "L" { "shared" AND "one" }"#, #"LABEL "L" { "SHARED  " OR "two" }"#, #"LABEL "L" { NOT "two" }"#,
    ]
    var versions: [String] = []
    for (index, text) in texts.enumerated() { versions.append(try await fixture.label("l\(index)", text).version) }
    let all = ["\"one\"", "\"shared\"", "\"two\""]
    _ = results(try await evaluate(fixture, versions, "first"))
    #expect(scorer.calls == [all])
    _ = results(try await evaluate(fixture, versions.reversed(), "first"))
    _ = results(try await evaluate(fixture, [versions[1]], "first"))
    #expect(scorer.calls == [all])
    _ = results(try await evaluate(fixture, versions, "second"))
    #expect(scorer.calls.count == 2)
    let bypassing = #", "labelEvalOptions": {"bypassCache": true}"#
    _ = results(try await evaluate(fixture, versions, "second", bypassing))
    #expect(scorer.calls == [all, all, all])
  }

  /// Together, labels score as each does alone, whatever they share and in whichever order they are named.
  @Test(arguments: 0..<8)
  func agreesWithEachAlone(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let fixture = try await RESTFixture(scorers: [CountingScorer()])
    var versions: [String] = []
    for index in 0..<6 {
      let text = Self.label(index, using: &generator)
      let options =
        Bool.random(using: &generator)
        ? #", "labelEvalOptions": {"threshold": 0.\#(Int.random(in: 1...9, using: &generator))}"# : ""
      versions.append(try await fixture.label("l\(index)", text, options).version)
    }
    versions.shuffle(using: &generator)
    func compare(_ extra: String, _ part: ([String: Any]) -> Any?) async throws {
      let together = results(try await evaluate(fixture, versions, "a cat \(seed)", extra))
      for (version, result) in zip(versions, together) {
        let alone = try #require(results(try await evaluate(fixture, [version], "a cat \(seed)", extra)).first)
        #expect(RESTFixture.canonical(part(result)) == RESTFixture.canonical(part(alone)))
        #expect(result["error"] as? String == alone["error"] as? String)
        #expect(result["labelVersionId"] as? String == version)
      }
    }
    // Expedited, a label may know more where another had need of it; its outcome is the same.
    try await compare(#", "labelEvalOptions": {"expedited": true}"#) {
      ($0["evaluation"] as? [String: Any])?["outcome"]
    }
    try await compare(#", "includeEvaluationReport": true"#) { $0["evaluation"] }
  }

  /// A label of a few rules over a few signals.
  private static func label(_ index: Int, using generator: inout SeededGenerator) -> String {
    let signals = [#""0.2 a""#, #""0.4 b""#, #""0.8 c""#, #"=("cat")"#, #"=("dog")"#, #"~("kat")"#, #""fail""#]
    func signal() -> String { signals[Int.random(in: 0..<signals.count, using: &generator)] }
    func rule() -> String {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: signal()
      case 1: "\(signal()) AND \(signal())"
      case 2: "NOT \(signal())"
      default: "ANY(\(signal()), \(signal()))"
      }
    }
    let exception = Bool.random(using: &generator) ? "UNLESS { \(rule()) }" : ""
    return "LABEL \"L\(index)\" { \(rule())\n\(rule())\n\(exception) }"
  }

  /// The request's own threshold counts first, then its options', then the version's; 0 is "not set".
  @Test(arguments: [
    ("", 0.7), (#", "threshold": 0.3"#, 0.3), (#", "labelEvalOptions": {"threshold": 0.4}"#, 0.4),
    (#", "threshold": 0"#, 0.7),
    (#", "threshold": 0.2, "labelEvalOptions": {"threshold": 0.4}"#, 0.2),
    (#", "labelEvalOptions": {"threshold": 0, "stack": ""}"#, 0.7),
  ])
  func thresholds(extra: String, expected: Double) async throws {
    let fixture = try await RESTFixture()
    let (_, version) = try await fixture.label("cats", Self.cats, #", "labelEvalOptions": {"threshold": 0.7}"#)
    #expect(evaluation(try await evaluate(fixture, [version], "a cat", extra))["threshold"] as? Double == expected)
  }

  /// A label that is switched off, on or renamed after it was evaluated is what it is now.
  @Test func followsTheLabel() async throws {
    let fixture = try await RESTFixture()
    let (label, version) = try await fixture.label("cats", Self.cats)
    func outcome() async throws -> String {
      let result = try #require(
        results(try await evaluate(fixture, [version], "a cat", #", "includeEvaluationReport": true"#)).first)
      let report = (result["evaluation"] as? [String: Any])?["report"] as? [String: Any]
      return result["error"] as? String ?? report?["name"] as? String ?? ""
    }
    #expect(try await outcome() == "cats")
    _ = try await fixture.send(.patch, "/v1/labels/\(label)", #"{"disabled": true}"#)
    #expect(try await outcome() == "the label `cats` is disabled")
    _ = try await fixture.send(.patch, "/v1/labels/\(label)", #"{"disabled": false, "name": "felines"}"#)
    #expect(try await outcome() == "felines")
    _ = try await fixture.send(.post, "/v1/labels/\(label)/archive", key: fixture.engine.admin)
    #expect(try await outcome() == "felines")
    _ = try await fixture.send(.delete, "/v1/labels/\(label)", key: fixture.engine.admin)
    #expect(try await outcome() == "no label version has the id \(version)")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var body: String
    var status = 400
    var says: String
    var testDescription: String { says }
  }

  private static let eleven = Array(repeating: "\"ID\"", count: 11).joined(separator: ",")

  static let refusals = [
    Refusal(body: #"{"contentData": {"text": "a"}}"#, says: "labelVersionIds: must be 1 to 10"),
    Refusal(
      body: #"{"contentData": {"text": "a"}, "labelVersionIds": [\#(eleven)]}"#,
      says: "labelVersionIds: must be 1 to 10"),
    Refusal(
      body: #"{"contentData": {"text": "a"}, "labelVersionIds": ["ID", "x"]}"#,
      says: "labelVersionIds[1]: must be a UUID"),
    Refusal(body: #"{"labelVersionIds": ["ID"]}"#, says: "an item needs one of"),
    Refusal(
      body: #"{"contentData": {"text": "a"}, "labelVersionIds": ["ID"], "threshold": 1.5}"#, says: "threshold: must be"),
    Refusal(
      body: #"{"contentData": {"text": "a"}, "labelVersionIds": ["ID"], "labelEvalOptions": {"stack": "best"}}"#,
      says: "labelEvalOptions.stack: must be one of"),
    Refusal(
      body:
        #"{"contentData": {"text": "a"}, "labelVersionIds": ["ID"], "globalContext": "\#(String(repeating: "c", count: 16_385))"}"#,
      says: "globalContext: must be at most"),
    Refusal(
      body: #"{"contentData": {"image": "R0lGODlh"}, "labelVersionIds": ["ID"]}"#, status: 499,
      says: "PRECHECK_FAILURE_TYPE_UNSUPPORTED_IMAGE_FORMAT"),
  ]

  /// What is wrong with the request as a whole is the call's error, and no job is kept.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await RESTFixture()
    let (_, version) = try await fixture.label("cats", Self.cats)
    let answer = try await fixture.send(
      .post, "/v1/labels/evaluate", refusal.body.replacing("\"ID\"", with: "\"\(version)\""))
    #expect(answer.status == refusal.status && answer.body.contains(refusal.says), "\(answer.status) \(answer.body)")
    #expect((try await fixture.get("/v1/jobs").json["jobs"] as? [Any])?.isEmpty == true)
  }

  /// gRPC: the same answers and statuses.
  @Test func answersOverGRPC() async throws {
    let engine = try await TestEngine()
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_LabelsService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.writer)"]
        let made = try await client.createLabel(
          .with {
            $0.name = "cats"
            $0.initialVersionText = Self.cats
          }, metadata: metadata)
        let version = made.labelVersion.labelVersionID
        let answer = try await client.evaluateLabels(
          .with {
            $0.contentData.text = "a cat"
            $0.labelVersionIds = [version, made.label.labelID]
            $0.includeEvaluationReport = true
          }, metadata: metadata)
        #expect(answer.results.map(\.labelVersionID) == [version, made.label.labelID])
        #expect(answer.results.first?.evaluation.outcome == .true && answer.results.first?.evaluation.hasReport == true)
        #expect(answer.results.last?.error == "no label version has the id \(made.label.labelID)")
        let draft = try await client.saveUserLabelDraft(
          .with {
            $0.labelID = made.label.labelID
            $0.text = "LABEL"
          }, metadata: metadata)
        #expect(!draft.valid && draft.hasError)
        let tags = try await client.listLabelTags(.init(), metadata: metadata)
        #expect(tags.tags.isEmpty)
        let error = await #expect(throws: RPCError.self) {
          try await client.compareLabelVersions(.init(), metadata: metadata)
        }
        #expect(error?.code == .invalidArgument)
      }
    }
  }
}
