internal import AsyncHTTPClient
internal import Foundation
internal import Gateway
internal import GatewayServer
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import TestSupport
internal import Testing

/// `POST /v1alpha1/comments:analyze` as clients of the Perspective API know it.
struct CommentTests {
  private static let path = "/v1alpha1/comments:analyze"

  private static let policy = """
    LABEL "Toxicity" { =("idiot") }
    LABEL "Identity Attack" { =("vermin") }
    LABEL "Mood" { "a mood" }
    LABEL "two words" { =("two") }
    LABEL "two_words" { =("words") }
    """

  private func fixture() async throws -> RESTFixture {
    let engine = try await TestEngine(compatibility: .init(comments: "comments"))
    _ = try await engine.policy(Self.policy, key: "comments")
    return try await RESTFixture(engine: engine)
  }

  private func body(_ text: String, _ attributes: String, more: String = "") -> String {
    #"{"comment": {"text": "\#(text)"}, "requestedAttributes": {\#(attributes)}\#(more)}"#
  }

  private func error(_ answer: RESTFixture.Answer) -> [String: Any] { answer.json["error"] as? [String: Any] ?? [:] }

  /// Attributes are labels, whichever way their names are written; what a caller hands along comes back.
  @Test func analyzes() async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(
      .post, Self.path,
      body(
        "You idi\u{00F6}t \u{1F600} idiot", #""TOXICITY": {}, "identity_attack": {"scoreType": "PROBABILITY"}"#,
        more: #"""
          , "languages": ["en"], "doNotStore": true, "spanAnnotations": true, "clientToken": "t/1", "sessionId": "s",
          "communityId": "c", "context": {"entries": []}
          """#))
    let whole = #"{"begin":0,"end":18,"score":{"type":"PROBABILITY","value":"#
    #expect(answer.status == 200, "\(answer.body)")
    #expect(
      answer.body == """
        {"attributeScores":{"TOXICITY":{"spanScores":[\(whole)1}}],"summaryScore":{"type":"PROBABILITY","value":1}},\
        "identity_attack":{"spanScores":[\(whole)0}}],"summaryScore":{"type":"PROBABILITY","value":0}}},\
        "clientToken":"t/1","detectedLanguages":[],"languages":["en"]}
        """)
    let jobs = try await fixture.get("/v1/jobs").json["jobs"] as? [Any]
    #expect(jobs?.count == 1)
  }

  /// A score below what was asked for is left out.
  @Test func leavesOutWhatIsBelowTheThreshold() async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(
      .post, Self.path,
      body("idiot", #""TOXICITY": {"scoreThreshold": 1}, "IDENTITY_ATTACK": {"scoreThreshold": 0.1}"#))
    #expect((answer.json["attributeScores"] as? [String: Any])?.keys.sorted() == ["TOXICITY"], "\(answer.body)")
  }

  /// An attribute that could not be scored is an error where it was asked for, and nobody's business where it was not.
  @Test func failuresAreErrors() async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(.post, Self.path, body("idiot", #""TOXICITY": {}, "MOOD": {}"#))
    #expect(answer.status == 503 && error(answer)["status"] as? String == "UNAVAILABLE", "\(answer.body)")
    #expect((error(answer)["message"] as? String)?.hasPrefix("requestedAttributes.MOOD: could not") == true)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var body: String
    var field: String?
    var says: String
    var testDescription: String { says + " " + body.prefix(60) }
  }

  static let refusals: [Refusal] = [
    Refusal(body: "", says: "must be a JSON object"),
    Refusal(body: #"{"comment": {"text": "a"}}"#, field: "requestedAttributes", says: "is required"),
    Refusal(body: #"{"requestedAttributes": {"TOXICITY": {}}}"#, field: "comment", says: "is required"),
    Refusal(
      body: #"{"comment": {"text": ""}, "requestedAttributes": {"TOXICITY": {}}}"#, field: "comment.text",
      says: "must not be empty"),
    Refusal(
      body: #"{"comment": {"text": "a"}, "requestedAttributes": {}}"#, field: "requestedAttributes",
      says: "at least one"),
    Refusal(
      body: #"{"comment": {"text": "a", "type": "HTML"}, "requestedAttributes": {"TOXICITY": {}}}"#,
      field: "comment.type", says: "PLAIN_TEXT"),
    Refusal(
      body: #"{"comment": {"text": "a"}, "requestedAttributes": {"SPAM": {}}}"#, field: "requestedAttributes.SPAM",
      says: "there are TOXICITY, IDENTITY_ATTACK"),
    Refusal(
      body: #"{"comment": {"text": "a"}, "requestedAttributes": {"TWO_WORDS": {}}}"#,
      field: "requestedAttributes.TWO_WORDS", says: "any of several"),
    Refusal(
      body: #"{"comment": {"text": "a"}, "requestedAttributes": {"TOXICITY": {"scoreType": "RANK"}}}"#,
      field: "requestedAttributes.TOXICITY.scoreType", says: "PROBABILITY"),
    Refusal(
      body: #"{"comment": {"text": "a"}, "requestedAttributes": {"TOXICITY": {"scoreThreshold": 1.5}}}"#,
      field: "requestedAttributes.TOXICITY.scoreThreshold", says: "from 0 to 1"),
    Refusal(
      body: #"{"comment": {"text": "a"}, "requestedAttributes": {"TOXICITY": {}}, "languages": "en"}"#,
      field: "languages", says: "must be a list"),
  ]

  /// What cannot be analysed is refused in the shape of Google's APIs, with the field that is to blame.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(.post, Self.path, refusal.body)
    let error = error(answer)
    #expect(answer.status == 400 && error["code"] as? Int == 400, "\(answer.body)")
    #expect(error["status"] as? String == "INVALID_ARGUMENT")
    #expect((error["message"] as? String)?.contains(refusal.says) == true, "\(answer.body)")
    let details = try #require(error["details"] as? [[String: Any]])
    let violations = details.compactMap { $0["fieldViolations"] as? [[String: String]] }.joined()
    #expect(violations.map { $0["field"] } == (refusal.field.map { [$0] } ?? []), "\(answer.body)")
    let jobs = try await fixture.get("/v1/jobs").json["jobs"] as? [Any]
    #expect(jobs?.isEmpty == true)
  }

  /// Names that fold alike are told apart by being written as they are.
  @Test func exactNamesComeFirst() async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(.post, Self.path, body("words", #""two_words": {}, "two words": {}"#))
    let scores = answer.json["attributeScores"] as? [String: [String: Any]] ?? [:]
    let values = scores.mapValues { ($0["summaryScore"] as? [String: Any])?["value"] as? Double }
    #expect(values == ["two_words": 1, "two words": 0], "\(answer.body)")
  }

  /// A key may come in the query, where clients of this API put it; and on no other path.
  @Test func takesAKeyFromTheQuery() async throws {
    let fixture = try await fixture()
    let bytes = Array(body("a", #""TOXICITY": {}"#).utf8)
    let key = fixture.engine.evaluator
    #expect(try await fixture.send(.post, "\(Self.path)?alt=json&key=\(key)", body: bytes, key: nil).status == 200)
    #expect(try await fixture.send(.post, Self.path, body: bytes, key: key).status == 200)
    #expect(try await fixture.send(.post, "\(Self.path)?key=\(key)", body: bytes, key: "wrong").status == 401)
    let wrong = try await fixture.send(.post, "\(Self.path)?key=wrong", body: bytes, key: nil)
    #expect(wrong.status == 401 && error(wrong)["status"] as? String == "UNAUTHENTICATED", "\(wrong.body)")
    for path in ["/v1/jobs", "/v1/moderations", "/v1/jobs/stream"] {
      #expect(try await fixture.send(.post, "\(path)?key=\(key)", body: bytes, key: nil).status == 401)
    }
  }

  /// Suggested scores are not taken, and nobody is led to think so.
  @Test func suggestingIsNotServed() async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(.post, "/v1alpha1/comments:suggestscore", "{}")
    #expect(answer.status == 501 && error(answer)["status"] as? String == "UNIMPLEMENTED", "\(answer.body)")
  }

  /// Without the setting there is nothing there, and the answer says what turns it on.
  @Test func isOffUnlessConfigured() async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(.post, Self.path, body("a", #""TOXICITY": {}"#))
    #expect(answer.status == 404 && answer.body.contains("--comments-policy"), "\(answer.body)")
    #expect(error(answer)["status"] as? String == "NOT_FOUND")
  }

  /// The limits are those of every method.
  @Test func holdsTheLimits() async throws {
    let fixture = try await fixture()
    let long = try await fixture.send(
      .post, Self.path, body(String(repeating: "a", count: (1 << 20) + 1), #""TOXICITY": {}"#))
    #expect(long.status == 400 && long.body.contains("comment.text: a text of"), "\(long.body.prefix(300))")
    let token = String(repeating: "t", count: 2_000)
    let echoed = try await fixture.send(
      .post, Self.path, body("a", #""TOXICITY": {}"#, more: #", "clientToken": "\#(token)""#))
    #expect(echoed.status == 400 && !echoed.body.contains("ttt"))
    let huge = try await fixture.send(
      .post, Self.path, body: [UInt8](repeating: 0x20, count: (100 << 20) + 1), key: fixture.engine.admin)
    #expect(huge.status == 413 && error(huge)["code"] as? Int == 413)
  }

  /// A key in a URL is in no line of the log, not even at the level of tracing.
  @Test func keysInURLsAreNotLogged() async throws {
    let engine = try await TestEngine(compatibility: .init(comments: "comments"))
    _ = try await engine.policy(Self.policy, key: "comments")
    let log = RecordingLog()
    try await LiveServer.run(engine, logger: log.logger) { addresses in
      for key in [engine.evaluator, "gavel_not_a_key_at_all_but_a_secret"] {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(addresses.restPort)\(Self.path)?key=\(key)")
        request.method = .POST
        request.body = .bytes(ByteBuffer(string: body("idiot", #""TOXICITY": {}"#)))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        #expect(response.status.code == (key == engine.evaluator ? 200 : 401))
        _ = try await response.body.collect(upTo: 1 << 20)
      }
    }
    let lines = log.lines
    #expect(!lines.isEmpty)
    for secret in [engine.evaluator, "gavel_not_a_key", "key=", "idiot"] {
      #expect(!lines.contains { $0.contains(secret) }, "\(lines)")
    }
  }
}
