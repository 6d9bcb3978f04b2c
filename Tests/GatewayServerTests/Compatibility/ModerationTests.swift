internal import ContentIntake
internal import Foundation
internal import Gateway
internal import GatewayServer
internal import GuardedFetching
internal import HTTPTypes
internal import SignalScoring
internal import TestSupport
internal import Testing

/// `POST /v1/moderations` as clients of OpenAI's endpoint know it.
struct ModerationTests {
  private static let image = "data:image/png;base64,\(TestImages.png.base64EncodedString())"

  private func fixture() async throws -> RESTFixture {
    try await RESTFixture(
      engine: TestEngine(
        sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("a DOG"),
        compatibility: .init(moderations: "test")))
  }

  private func results(_ answer: RESTFixture.Answer) -> [[String: Any]] {
    answer.json["results"] as? [[String: Any]] ?? []
  }

  private func error(_ answer: RESTFixture.Answer) -> [String: Any] { answer.json["error"] as? [String: Any] ?? [:] }

  /// A string has one result, in which every label is a category with its score; the job behind it is kept.
  @Test func judgesAString() async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(
      .post, "/v1/moderations", body: Array(#"{"input": "A CAT!"}"#.utf8), key: fixture.engine.evaluator)
    #expect(answer.status == 200 && answer.headers[.contentType] == "application/json", "\(answer.body)")
    let result = """
      {"categories":{"Animals":true,"Weather":false},\
      "category_applied_input_types":{"Animals":["text"],"Weather":["text"]},\
      "category_scores":{"Animals":1,"Weather":0},"flagged":true}
      """
    let id = try #require(answer.json["id"] as? String)
    #expect(answer.body == #"{"id":"\#(id)","model":"test","results":[\#(result)]}"#)
    #expect(id.hasPrefix("modr-"))
    let job = try await fixture.get("/v1/jobs/\(id.dropFirst("modr-".count))")
    #expect((job.json["job"] as? [String: Any])?["status"] as? String == "JOB_STATUS_COMPLETED", "\(job.body)")
  }

  /// Strings are judged each by itself, in their order, as one job.
  @Test func judgesEachOfAList() async throws {
    let fixture = try await fixture()
    let texts = (0..<40).map { $0 % 3 == 0 ? "a dog" : "nothing" }
    let input = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
    let answer = try await fixture.send(.post, "/v1/moderations", #"{"input": \#(input), "model": null}"#)
    #expect(results(answer).map { $0["flagged"] as? Bool } == texts.map { $0 == "a dog" })
    let jobs = try await fixture.get("/v1/jobs").json["jobs"] as? [Any]
    #expect(jobs?.count == 1)
  }

  /// Parts are one input: a category is as the part has it that shows it best.
  @Test func judgesPartsTogether() async throws {
    let fixture = try await fixture()
    let parts = """
      [{"type": "text", "text": "rain"}, {"type": "image_url", "image_url": {"url": "\(Self.image)", "detail": "low"}}]
      """
    let answer = try await fixture.send(.post, "/v1/moderations", #"{"input": \#(parts)}"#)
    let result = try #require(results(answer).first, "\(answer.body)")
    #expect(results(answer).count == 1)
    #expect(result["categories"] as? [String: Bool] == ["Animals": true, "Weather": true])
    #expect(result["category_scores"] as? [String: Double] == ["Animals": 1, "Weather": 1])
    #expect(
      result["category_applied_input_types"] as? [String: [String]]
        == ["Animals": ["text", "image"], "Weather": ["text", "image"]])
  }

  /// What nothing here can tell on an image is judged on the text beside it, and the answer says so.
  @Test func saysWhatAnImageWasNotJudgedBy() async throws {
    let engine = try await TestEngine(
      scorers: [ConstantScorer("reader-1", score: 0.25)], sight: [FailingScorer(.unsupported)],
      reader: ConstantReader("a DOG"), compatibility: .init(moderations: "both"))
    _ = try await engine.policy(#"LABEL "Animals" { =("dog") } LABEL "Mood" { "a mood" }"#, key: "both")
    let fixture = try await RESTFixture(engine: engine)
    let image = #"{"type": "image_url", "image_url": {"url": "\#(Self.image)"}}"#
    let answer = try await fixture.send(
      .post, "/v1/moderations", #"{"input": [{"type": "text", "text": "x"}, \#(image)]}"#)
    let result = try #require(results(answer).first, "\(answer.body)")
    #expect(result["category_scores"] as? [String: Double] == ["Animals": 1, "Mood": 0.25])
    #expect(
      result["category_applied_input_types"] as? [String: [String]]
        == ["Animals": ["text", "image"], "Mood": ["text"]])
    // With nothing beside it there is no score to give, and none is made up.
    let alone = try await fixture.send(.post, "/v1/moderations", #"{"input": [\#(image)]}"#)
    #expect(alone.status == 400 && error(alone)["code"] as? String == "category_not_supported", "\(alone.body)")
    #expect((error(alone)["message"] as? String)?.contains("`Mood`") == true)
  }

  /// A category that could not be scored is an error of the server's, never false, though others were scored.
  @Test(arguments: [#""x""#, #"["a dog", "x"]"#, #"[{"type": "text", "text": "a dog"}]"#])
  func failuresAreErrors(input: String) async throws {
    let engine = try await TestEngine(
      scorers: [FailingScorer(.overloaded)], compatibility: .init(moderations: "mixed"))
    _ = try await engine.policy(#"LABEL "Animals" { =("dog") } LABEL "Mood" { "a mood" }"#, key: "mixed")
    let fixture = try await RESTFixture(engine: engine)
    let answer = try await fixture.send(.post, "/v1/moderations", #"{"input": \#(input)}"#)
    #expect(answer.status == 503 && error(answer)["code"] as? String == "category_not_scored", "\(answer.body)")
    #expect(error(answer)["type"] as? String == "server_error")
    #expect((error(answer)["message"] as? String)?.contains("`Mood`") == true)
  }

  /// An image whose judging failed is no image that cannot be judged: the text beside it does not hide that.
  @Test func failuresOnImagesAreErrors() async throws {
    let engine = try await TestEngine(
      scorers: [ConstantScorer("reader-1", score: 0.25)], sight: [FailingScorer(.inferenceFailed)],
      reader: ConstantReader("a dog"), compatibility: .init(moderations: "mood"))
    _ = try await engine.policy(#"LABEL "Mood" { "a mood" }"#, key: "mood")
    let fixture = try await RESTFixture(engine: engine)
    let answer = try await fixture.send(
      .post, "/v1/moderations",
      """
      {"input": [{"type": "text", "text": "x"}, {"type": "image_url", "image_url": {"url": "\(Self.image)"}}]}
      """)
    #expect(answer.status == 503, "\(answer.body)")
  }

  /// Any of the names that clients send leads to the policy; another is told what there is.
  @Test(arguments: [
    ("test", 200), ("ID", 200), ("omni-moderation-latest", 200), ("text-moderation-stable", 200), ("", 200),
    ("gpt-4", 404), ("tests", 404), ("Omni-moderation-latest", 404),
  ])
  func models(name: String, status: Int) async throws {
    let fixture = try await fixture()
    let model = name == "ID" ? fixture.policyID : name
    let answer = try await fixture.send(.post, "/v1/moderations", #"{"input": "a", "model": "\#(model)"}"#)
    #expect(answer.status == status, "\(answer.body)")
    if status == 404 {
      #expect(error(answer)["code"] as? String == "model_not_found" && error(answer)["param"] as? String == "model")
      #expect((error(answer)["message"] as? String)?.contains("`test`") == true)
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var body: String
    var param: String?
    var code: String?
    var says: String
    var testDescription: String { says + " " + body.prefix(60) }
  }

  static let refusals: [Refusal] = [
    Refusal(body: "", says: "must be a JSON object"),
    Refusal(body: "[]", says: "must be a JSON object"),
    Refusal(body: #"{"input": "#, says: "not valid JSON"),
    Refusal(body: #"{"input": "\ud800"}"#, says: "not valid JSON"),
    Refusal(body: #"{"input": ["a", "\ud800"]}"#, says: "not valid JSON"),
    Refusal(body: #"{}"#, param: "input", says: "input: is required"),
    Refusal(body: #"{"input": 5}"#, param: "input", says: "must be a string or a list"),
    Refusal(body: #"{"input": null}"#, param: "input", says: "must be a string or a list"),
    Refusal(body: #"{"input": []}"#, param: "input", says: "must not be empty"),
    Refusal(body: #"{"input": ["a", 5]}"#, param: "input", says: "list of strings"),
    Refusal(body: #"{"input": [["a"]]}"#, param: "input[0]", says: "must be an object"),
    Refusal(body: #"{"input": [{"type": "text", "text": "a"}, "b"]}"#, param: "input[1]", says: "must be an object"),
    Refusal(body: #"{"input": [{"text": "a"}]}"#, param: "input[0].type", says: "is required"),
    Refusal(body: #"{"input": [{"type": "text"}]}"#, param: "input[0].text", says: "is required"),
    Refusal(body: #"{"input": [{"type": "text", "text": 1}]}"#, param: "input[0].text", says: "must be a string"),
    Refusal(
      body: #"{"input": [{"type": "input_audio"}]}"#, param: "input[0].type", code: "invalid_value",
      says: "`text` or `image_url`"),
    Refusal(
      body: #"{"input": [{"type": "image_url", "image_url": {"url": "file:///etc/passwd"}}]}"#,
      param: "input[0].image_url.url", code: "invalid_image_url", says: "https:, http: or data:"),
    Refusal(
      body: #"{"input": [{"type": "image_url", "image_url": {"url": "data:image/png,abc"}}]}"#,
      param: "input[0].image_url.url", code: "invalid_image_url", says: "base64"),
    Refusal(
      body: #"{"input": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,a*b"}}]}"#,
      param: "input[0].image_url.url", code: "invalid_image_url", says: "not valid base64"),
    Refusal(
      body: #"{"input": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,R0lGODlh"}}]}"#,
      param: "input[0]", code: "unsupported_image_format", says: "input[0]: "),
    Refusal(
      body: #"{"input": [{"type": "image_url", "image_url": {"url": "https://example.org/a.png"}}]}"#,
      param: "input[0]", says: "fetches no"),
    Refusal(body: #"{"input": "a", "model": 5}"#, param: "model", says: "must be a string"),
  ]

  /// What cannot be judged is refused in the shape that clients read, with the field that is to blame.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(.post, "/v1/moderations", refusal.body)
    let error = error(answer)
    #expect(answer.status == 400 && Set(error.keys) == ["message", "type", "param", "code"], "\(answer.body)")
    #expect(error["type"] as? String == "invalid_request_error")
    #expect(error["param"] as? String == refusal.param && error["code"] as? String == refusal.code, "\(answer.body)")
    #expect((error["message"] as? String)?.contains(refusal.says) == true, "\(answer.body)")
  }

  /// An image that is known is told as that, and nothing is scored; a private URL is not fetched.
  @Test func refusesImages() async throws {
    let folder = try TemporaryFolder()
    let list = folder.url.appending(path: "known.txt")
    try Data("sha256:a1abfd410973b0111c215baa879b9edcd739e601659ba44168269767cc2e9108\n".utf8).write(to: list)
    let fixture = try await RESTFixture(
      engine: TestEngine(
        known: [try KnownImageList.load(list, name: "known")], fetcher: try GuardedFetcher(),
        compatibility: .init(moderations: "test")))
    for (url, code) in [
      (Self.image, "known_image"), ("http://127.0.0.1/a.png", "invalid_image"),
      ("data:image/png;base64,\(TestImages.truncated.base64EncodedString())", "invalid_image"),
    ] {
      let parts = #"[{"type": "text", "text": "x"}, {"type": "image_url", "image_url": {"url": "\#(url)"}}]"#
      let answer = try await fixture.send(.post, "/v1/moderations", #"{"input": \#(parts)}"#)
      #expect(answer.status == 400 && error(answer)["code"] as? String == code, "\(answer.body)")
      #expect(error(answer)["param"] as? String == "input[1]")
    }
    let jobs = try await fixture.get("/v1/jobs").json["jobs"] as? [Any]
    #expect(jobs?.isEmpty == true)
  }

  /// Without the setting there is nothing there, and the answer says what turns it on; without a key it says that.
  @Test func isOffUnlessConfigured() async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(.post, "/v1/moderations", #"{"input": "a"}"#)
    #expect(answer.status == 404 && answer.body.contains("--moderations-policy"), "\(answer.body)")
    #expect(try await fixture.send(.post, "/v1/moderations", "").status == 404)
    let stranger = try await fixture.send(.post, "/v1/moderations", body: Array(#"{"input": "a"}"#.utf8), key: "no")
    #expect(stranger.status == 401 && stranger.headers[.wwwAuthenticate] == "Bearer")
    #expect(error(stranger)["code"] as? String == "invalid_api_key")
    let read = try await fixture.get("/v1/moderations")
    #expect(read.status == 404 && error(read)["type"] as? String == "invalid_request_error", "\(read.body)")
  }

  /// The setting names a policy of whoever asks, as it is when they ask: disabled, gone, made anew.
  @Test func followsThePolicy() async throws {
    let fixture = try await fixture()
    let body = #"{"input": "a cat"}"#
    #expect(try await fixture.send(.post, "/v1/moderations", body).status == 200)
    let other = try await fixture.engine.otherAccount()
    let elsewhere = try await fixture.send(.post, "/v1/moderations", body: Array(body.utf8), key: other.admin)
    #expect(elsewhere.status == 404 && error(elsewhere)["code"] as? String == "policy_not_found")
    _ = try await fixture.send(.patch, "/v1/policies/\(fixture.policyID)", #"{"disabled": true}"#)
    let disabled = try await fixture.send(.post, "/v1/moderations", body)
    #expect(disabled.status == 503 && error(disabled)["code"] as? String == "policy_unavailable", "\(disabled.body)")
    _ = try await fixture.send(.delete, "/v1/policies/\(fixture.policyID)", "")
    #expect(try await fixture.send(.post, "/v1/moderations", body).status == 404)
    _ = try await fixture.engine.policy(#"LABEL "Pets" { =("cat") }"#)
    let anew = try await fixture.send(.post, "/v1/moderations", body)
    #expect(results(anew).first?["categories"] as? [String: Bool] == ["Pets": true], "\(anew.body)")
  }

  /// The limits are those of every method, and hold before anything is scored.
  @Test func holdsTheLimits() async throws {
    let fixture = try await fixture()
    func texts(_ count: Int) -> String {
      #"{"input": [\#(Array(repeating: #""a cat""#, count: count).joined(separator: ","))]}"#
    }
    let most = try await fixture.send(.post, "/v1/moderations", texts(1_000))
    #expect(results(most).count == 1_000)
    let tooMany = try await fixture.send(.post, "/v1/moderations", texts(1_001))
    #expect(tooMany.status == 400 && error(tooMany)["param"] as? String == "input", "\(tooMany.body)")
    let long = String(repeating: "a", count: (1 << 20) + 1)
    let tooLong = try await fixture.send(.post, "/v1/moderations", #"{"input": ["a", "\#(long)"]}"#)
    #expect(tooLong.status == 400 && error(tooLong)["param"] as? String == "input[1]")
    let digits = String(repeating: "A", count: 28 << 20)
    let image = try await fixture.send(
      .post, "/v1/moderations",
      #"{"input": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,\#(digits)"}}]}"#)
    #expect(image.status == 400 && error(image)["code"] as? String == "image_too_large")
    let huge = try await fixture.send(
      .post, "/v1/moderations", body: [UInt8](repeating: 0x20, count: (100 << 20) + 1), key: fixture.engine.admin)
    #expect(huge.status == 413 && error(huge)["code"] as? String == "request_too_large")
  }
}
