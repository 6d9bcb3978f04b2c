internal import ContentIntake
internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import SignalScoring
internal import Storage
internal import TestSupport
internal import Testing

/// The unchanged Python SDK against a running server: every method it has, and every error that they raise.
struct PythonSDKTests {
  private static let pets = #"LABEL "Cats" { =("cat") } LABEL "Dogs" { =("dogs") }"#

  private static let texts = #"[{"text": "a CAT", "metadata": {"n": "0"}}, {"text": "two dogs and a cat"}]"#

  private static let results: [PythonSDKCall] = [
    .init(
      "evaluate", #"{"content": \#(texts), "policy_id": "{pets}", "threshold": 0.5}"#,
      gives: """
        [{"job_uuid": "*", "content_hash": "*", "matches": {"Cats": 1, "Dogs": 1}, "policy_evaluation_report":
           {"review_result": {"outcome": "TRUE", "score": 1}, "content_metadata": {}}},
         {"job_uuid": "*", "content_hash": "*", "matches": {"Cats": 1}, "policy_evaluation_report":
           {"policy_id": "{pets}", "policy_name": "pets", "policy_version_id": "*", "threshold": 0.5,
            "content_hash": "*", "content_metadata": {"n": "0"}, "review_result": {"outcome": "TRUE", "score": 1},
            "section_evaluation_reports": [
              {"name": "Cats", "message": "", "review_result": {"outcome": "TRUE", "score": 1}},
              {"name": "Dogs", "message": "", "review_result": {"outcome": "FALSE", "score": 0}}]}}]
        """),
    .init(
      "create_job", #"{"content": \#(texts), "policy_id": "{pets}", "wait_for_completion": true, "threshold": 0.5}"#,
      gives: """
        {"job_uuid": "*", "customer_id": "*", "policy_id": "{pets}", "policy_version_id": "*", "status": "COMPLETED",
         "created": "*", "updated": "*", "completed": "*", "threshold": 0.5, "results": [
           {"uuid": "*", "job_uuid": "*", "content_hash": "*", "created": "*", "matches": {"Cats": 1},
            "report": {"review_result": {"outcome": "TRUE"}}},
           {"uuid": "*", "job_uuid": "*", "content_hash": "*", "matches": {"Cats": 1, "Dogs": 1}}]}
        """),
    .init(
      "get_job", #"{"job_uuid": "<1.job_uuid>"}"#,
      gives: """
        {"job_uuid": "*", "status": "COMPLETED", "results": [
          {"uuid": "*", "content_hash": "*", "matches": {"Cats": 1}}, {"uuid": "*", "content_hash": "*"}]}
        """),
    .init(
      "create_job", #"{"content": "a cat", "policy_id": "{pets}", "wait_for_completion": false}"#,
      gives: #"{"job_uuid": "*", "status": "PENDING", "results": []}"#),
    .init(
      "create_job",
      #"{"content": "a cat", "policy_id": "{pets}", "wait_for_completion": true, "webhook": "{webhook}"}"#,
      gives: #"{"status": "COMPLETED"}"#),
    .init(
      "evaluate_one",
      #"{"content": "a cat", "policy_id": "{pets}", "wait_for_completion": true, "options": {"expedited": true}}"#,
      gives: """
        {"job_uuid": "*", "content_hash": "*", "status": "COMPLETED",
         "report": {"policy_name": "pets", "review_result": {"outcome": "TRUE", "score": 1}}}
        """),
    .init(
      "beta.evaluate_labels",
      #"{"content": "a cat", "label_version_ids": ["{label}", "{unknown}"], "include_evaluation_report": true}"#,
      gives: """
        {"content_hash": "*", "results": [
          {"label_id": "*", "label_version_id": "{label}", "job_uuid": "*", "error": null, "evaluation":
            {"score": 1, "outcome": "TRUE", "threshold": 0.5, "report": {"review_result": {"outcome": "TRUE"}}}},
          {"label_version_id": "{unknown}", "evaluation": null, "error": {"message": "*"}}]}
        """),
    // A signal that nothing scores: the job is done, and says so of each.
    .init(
      "evaluate_one", #"{"content": "a cat", "policy_id": "{unsure}", "wait_for_completion": true}"#,
      gives: #"{"status": "COMPLETED", "report": {"review_result": {"outcome": "FAILED", "score": -1}}}"#),
    // Eight by now: the one that ended as failed, one of evaluate's, one of evaluate_labels', five that were created.
    .init("list_jobs", "{}", gives: #"{"jobs": [{}, {}, {}, {}, {}, {}, {}, {"status": "FAILED", "results": []}]}"#),
    // It sends a query where the request should be. So its conditions cannot be read: a range of creation is there and
    // empty, which sets none; one of completion stands where a page's token would.
    .init(
      "list_jobs",
      """
      {"created_time_range": [1000000000, 2000000000, true], "updated_time_range": [1000000000, 2000000000],
       "status": "RUNNING", "page_size": 1}
      """, gives: #"{"jobs": [{}, {}, {}, {}, {}, {}, {}, {}]}"#),
    .init("list_jobs", #"{"completed_time_range": [1000000000, 2000000000]}"#, raises: "INVALID_ARGUMENT"),
    .init("pages", #"{"page_size": 3}"#, gives: #"[["*", "*", "*"], ["*", "*", "*"], ["*", "{failed}"]]"#),
    .init("pages", #"{"page_size": 3, "status": "FAILED"}"#, gives: #"[["{failed}"]]"#),
    .init("pages", #"{"page_size": 3, "created_time_range": [1000000000, 1000000001]}"#, gives: "[[]]"),
    .init("get_job", #"{"job_uuid": "{failed}"}"#, gives: #"{"status": "FAILED", "results": []}"#),
  ]

  private static let failures: [PythonSDKCall] =
    ["evaluate", "create_job", "evaluate_one"].flatMap { method in
      let wait = method == "evaluate" ? "" : #", "wait_for_completion": true"#
      func call(_ content: String, _ policy: String, _ status: String) -> PythonSDKCall {
        .init(method, #"{"content": \#(content), "policy_id": "\#(policy)"\#(wait)}"#, raises: status)
      }
      func refused(_ content: String, _ refusal: String) -> PythonSDKCall {
        .init(
          method, #"{"content": \#(content), "policy_id": "{pets}"\#(wait)}"#,
          gives: #"{"raised": "EvaluationRefusedError", "status": "CANCELLED", "refusals": [\#(refusal)]}"#)
      }
      return [
        call(#""a""#, "{unknown}", "NOT_FOUND"),
        call(#""a""#, "{disabled}", "FAILED_PRECONDITION"),
        call(#""a""#, "no uuid", "INVALID_ARGUMENT"),
        call("{}", "{pets}", "INVALID_ARGUMENT"),
        refused(#"{"base64": "{image}"}"#, #"["CSAM", "cc2e9108"]"#),
        refused(#"{"base64": "{gif}"}"#, #"["UNSUPPORTED_FORMAT", "46bf29e8"]"#),
        refused(#"{"base64": "{truncated}"}"#, #"["INVALID_CONTENT", "*"]"#),
      ]
    } + [
      .init(
        "evaluate",
        #"{"content": [{"base64": "{gif}"}, {"base64": "{gif}"}, {"base64": "{image}"}], "policy_id": "{pets}"}"#,
        gives: """
          {"raised": "EvaluationRefusedError", "hashes": 2, "reasons": ["CSAM", "UNSUPPORTED_FORMAT",
           "UNSUPPORTED_FORMAT"]}
          """),
      .init(
        "beta.evaluate_labels", #"{"content": {"base64": "{image}"}, "label_version_ids": ["{label}"]}"#,
        gives: #"{"raised": "EvaluationRefusedError", "status": "CANCELLED", "refusals": [["CSAM", "cc2e9108"]]}"#),
      .init(
        "create_job", #"{"content": [], "policy_id": "{pets}", "wait_for_completion": true}"#,
        raises: "INVALID_ARGUMENT"),
      .init("evaluate", #"{"content": "a", "policy_id": "{pets}", "threshold": 2}"#, raises: "INVALID_ARGUMENT"),
      .init(
        "create_job",
        #"{"content": "a", "policy_id": "{pets}", "wait_for_completion": false, "webhook": "http://10.0.0.1/hook"}"#,
        raises: "INVALID_ARGUMENT"),
      .init("get_job", #"{"job_uuid": "{unknown}"}"#, raises: "NOT_FOUND"),
      .init("get_job", #"{"job_uuid": "no uuid"}"#, raises: "INVALID_ARGUMENT"),
      .init(
        "beta.evaluate_labels", #"{"content": "a", "label_version_ids": ["no uuid"]}"#, raises: "INVALID_ARGUMENT"),
      // What it does not even send.
      .init("beta.evaluate_labels", #"{"content": "a", "label_version_ids": []}"#, gives: #"{"raised": "ValueError"}"#),
      .init(
        "evaluate", #"{"content": "a", "policy_id": "{pets}", "options": {"expedited": "perhaps"}}"#,
        gives: #"{"raised": "ValueError"}"#),
    ]

  /// A request of each method that would be answered.
  private static func one(of method: String, content: String = "a cat") -> String {
    switch method {
    case "evaluate": #"{"content": "\#(content)", "policy_id": "{pets}"}"#
    case "create_job", "evaluate_one":
      #"{"content": "\#(content)", "policy_id": "{pets}", "wait_for_completion": true}"#
    case "beta.evaluate_labels": #"{"content": "\#(content)", "label_version_ids": ["{label}"]}"#
    case "get_job": #"{"job_uuid": "{unknown}"}"#
    default: "{}"
    }
  }

  /// What there is for calls to name.
  private func names(_ engine: TestEngine, label: String = #"LABEL "Cats" { =("cat") }"#) async throws -> [String:
    String]
  {
    let pets = try await engine.policy(Self.pets, key: "pets")
    let unsure = try await engine.policy(#"LABEL "Threats" { "threats" }"#, key: "unsure")
    let disabled = try await engine.policy(Self.pets, key: "disabled")
    var disabling = Clavata_Gateway_V1_UpdatePolicyRequest()
    disabling.identifier.policyID = disabled.uuidString
    disabling.disabled = true
    _ = try await engine.engine.policies.update(disabling, caller: engine.caller)
    var creating = Clavata_Gateway_V1_CreateLabelRequest()
    creating.name = "cats"
    creating.initialVersionText = label
    let made = try await engine.engine.labels.create(creating, caller: engine.caller)
    let failed = UUID()
    let now = Date()
    try await engine.store.insert(
      JobRecord(
        id: failed, accountID: engine.account, type: 1, state: .failed, policyID: pets, policyVersionID: nil,
        threshold: 0.5, created: now, updated: now, completed: now, request: nil, summary: Data(), results: nil))
    let ids = ["pets": pets, "unsure": unsure, "disabled": disabled, "unknown": UUID(), "failed": failed]
    return ids.mapValues { $0.uuidString.lowercased() }.merging([
      "label": made.labelVersion.labelVersionID, "image": TestImages.png.base64EncodedString(),
      "gif": TestImages.gif.base64EncodedString(), "truncated": TestImages.truncated.base64EncodedString(),
    ]) { $1 }
  }

  /// Every method gives what it should, and every public method that it has is called.
  @Test func everyMethodAnswers() async throws {
    try await WebhookReceiver.run { receiver in
      let engine = try await TestEngine(
        scorers: [FailingScorer(.overloaded)], webhooks: WebhookClient(allowsPlaintextLoopback: true))
      var names = try await names(engine)
      names["webhook"] = receiver.url
      // The errors have methods of their own.
      let refused = PythonSDKCall(
        "evaluate", #"{"content": {"base64": "{gif}"}, "policy_id": "{pets}"}"#,
        gives: #"{"raised": "EvaluationRefusedError"}"#)
      let coverage = try await LiveServer.run(engine) { addresses in
        let coverage = try await PythonSDKCall.check(
          Self.results + [refused], port: addresses.grpcPort, key: engine.evaluator, names: names)
        try await receiver.until { $0.requests.count == 1 }
        return coverage
      }
      #expect(receiver.requests.first?.headers["x-webhook-test"] == "1")
      #expect(coverage.uncalled.isEmpty && coverage.offered.count == 24, "\(coverage)")
      let client = coverage.offered.filter { $0.hasPrefix("ClavataClient.") || $0.hasPrefix("BetaNamespace.") }
      let methods = PythonSDKCall.methods.map {
        $0.hasPrefix("beta.") ? $0.replacing("beta", with: "BetaNamespace") : "ClavataClient.\($0)"
      }
      #expect(Set(client).subtracting(methods) == Set(["close", "connect", "create"].map { "ClavataClient.\($0)" }))
    }
  }

  /// What is wrong with a request, or with what it names, raises what the SDK has for it.
  @Test func everyFailureIsRaised() async throws {
    let folder = try TemporaryFolder()
    let list = folder.url.appending(path: "known.txt")
    try Data("a1abfd410973b0111c215baa879b9edcd739e601659ba44168269767cc2e9108\n".utf8).write(to: list)
    let engine = try await TestEngine(
      scorers: [FailingScorer(.overloaded)], known: [try KnownImageList.load(list, name: "known")])
    let names = try await names(engine)
    let strangers = PythonSDKCall.methods.map {
      PythonSDKCall($0, Self.one(of: $0), key: "wrong", raises: "UNAUTHENTICATED")
    }
    _ = try await LiveServer.run(engine) { addresses in
      try await PythonSDKCall.check(
        Self.failures + strangers, port: addresses.grpcPort, key: engine.evaluator, names: names)
    }
  }

  /// Over its rate, every method is refused, with a RetryInfo that Google's own types read.
  @Test func refusesOverItsRate() async throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 1, burst: 3), account: nil, now: { time.now })
    let engine = try await TestEngine(limiter: limiter)
    let names = try await names(engine)
    // A list is let in whole: five are taken of three, and it is three seconds until there is one again.
    let contents = (0..<5).map { #"{"text": "a cat \#($0)"}"# }.joined(separator: ", ")
    let taking = PythonSDKCall(
      "evaluate", #"{"content": [\#(contents)], "policy_id": "{pets}"}"#, gives: "[{}, {}, {}, {}, {}]")
    let refused = PythonSDKCall.methods.map {
      PythonSDKCall(
        $0, Self.one(of: $0), gives: #"{"raised": "AioRpcError", "status": "RESOURCE_EXHAUSTED", "seconds": 3}"#)
    }
    _ = try await LiveServer.run(engine) { addresses in
      try await PythonSDKCall.check([taking] + refused, port: addresses.grpcPort, key: engine.evaluator, names: names)
    }
  }

  /// A caller that waits for less time than it takes is told so, by whichever of the SDK's timeouts it set.
  @Test func givesUpWaiting() async throws {
    let gate = GateScorer()
    let engine = try await TestEngine(scorers: [gate])
    var names = try await names(engine, label: #"LABEL "Slow" { "slow" }"#)
    names["pets"] = names["unsure"]
    let late = ["create_job", "evaluate_one", "beta.evaluate_labels"].map {
      PythonSDKCall(
        $0, Self.one(of: $0, content: "wait"), timeouts: #"{"timeout": 0.3}"#, raises: "DEADLINE_EXCEEDED")
    }
    let streams = [
      PythonSDKCall(
        "evaluate", Self.one(of: "evaluate", content: "wait"), timeouts: #"{"stream_timeout": 0.3}"#,
        raises: "DEADLINE_EXCEEDED"),
      PythonSDKCall(
        "evaluate", Self.one(of: "evaluate", content: "wait"), timeouts: #"{"message_timeout": 0.3}"#,
        gives: #"{"raised": "TimeoutError"}"#),
    ]
    try await LiveServer.run(engine) { addresses in
      try await PythonSDKCall.check(late + streams, port: addresses.grpcPort, key: engine.evaluator, names: names)
      // Jobs that nobody waits for any more are not held up for good.
      gate.open()
    }
  }

  /// The client is secure unless it is told not to be, and trusts the certificate that the server made for itself.
  @Test func asksOverTLS() async throws {
    let folder = try TemporaryFolder()
    let pair = try SelfSignedCertificate.pair(in: folder.url, host: "127.0.0.1")
    let engine = try await TestEngine()
    let names = try await names(engine)
    let call = PythonSDKCall("evaluate_one", Self.one(of: "evaluate_one"), gives: #"{"status": "COMPLETED"}"#)
    _ = try await LiveServer.run(engine, security: .tls(pair)) { addresses in
      try await PythonSDKCall.check(
        [call], port: addresses.grpcPort, key: engine.evaluator, names: names,
        certificate: folder.url.appending(path: "certificate.pem"))
    }
  }
}
