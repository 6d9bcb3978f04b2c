internal import Foundation
internal import Gateway
internal import GuardedFetching
internal import HTTPTypes
internal import SignalScoring
internal import TestSupport
internal import Testing

/// Images over REST: judged like texts, or refused before anything is.
struct ImageTests {
  private static let image = TestImages.png.base64EncodedString()

  private func body(_ fixture: RESTFixture, _ contents: String, more: String = "") -> String {
    #"{"contentData": [\#(contents)], "policyId": "\#(fixture.policyID)"\#(more)}"#
  }

  private func fixture(reading text: String = "a DOG") async throws -> RESTFixture {
    try await RESTFixture(
      engine: TestEngine(sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader(text)))
  }

  /// Texts and images go through one policy; what is written on an image is found as it is in a text.
  @Test func textsAndImages() async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(
      .post, "/v1/jobs/stream",
      body(fixture, #"{"text": "rain"}, {"image": "\#(Self.image)", "metadata": {"id": "7"}}"#))
    let reports = answer.lines.compactMap { $0["result"] as? [String: Any] }.compactMap {
      $0["policyEvaluationReport"] as? [String: Any]
    }
    let image = try #require(reports.first { ($0["contentMetadata"] as? [String: String])?["id"] == "7" })
    #expect(reports.count == 2)
    #expect((image["labelMatches"] as? [String: Double]) == ["Animals": 1])
    #expect(
      image["contentHash"] as? String
        == "sha256::a1abfd410973b0111c215baa879b9edcd739e601659ba44168269767cc2e9108")
    #expect((image["tokenUsage"] as? [String: Any])?["inputTokens"] as? Int == 1, "\(image)")
  }

  /// A report says what was read, and that a signal could not be seen.
  @Test func explains() async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(
      .post, "/v1/jobs/stream",
      body(fixture, #"{"image": "\#(Self.image)"}"#, more: #", "options": {"options": {"explain": "true"}}"#))
    #expect(answer.body.contains("lexical-1 of constant-reader: reads \u{201C}DOG\u{201D}"), "\(answer.body)")
  }

  /// One image that is not taken in refuses the request, and each such image is told by its kind, message and hash.
  @Test func refusesBeforeScoring() async throws {
    let fixture = try await fixture()
    let contents = """
      {"text": "rain"}, {"image": "\(TestImages.gif.base64EncodedString())"}, {"image": "\(Self.image)"},
      {"image": "\(TestImages.truncated.base64EncodedString())"}
      """
    let answer = try await fixture.send(.post, "/v1/jobs/stream", body(fixture, contents))
    #expect(answer.status == 499)
    let error = try #require(answer.json["error"] as? [String: Any], "\(answer.body)")
    let details = try #require(error["details"] as? [[String: Any]])
    #expect(
      details.map { $0["type"] as? String } == [
        "PRECHECK_FAILURE_TYPE_UNSUPPORTED_IMAGE_FORMAT", "PRECHECK_FAILURE_TYPE_INVALID_IMAGE",
      ])
    #expect(details.map { ($0["message"] as? String)?.prefix(15) } == ["contentData[1]:", "contentData[3]:"])
    #expect(details.allSatisfy { ($0["details"] as? String)?.hasPrefix("sha256::") == true })
    let jobs = try await fixture.get("/v1/jobs").json["jobs"] as? [Any]
    #expect(jobs?.isEmpty == true)
  }

  /// A URL that must not be fetched refuses the request without saying more than that.
  @Test func refusesPrivateURLs() async throws {
    let fixture = try await RESTFixture(engine: TestEngine(fetcher: try GuardedFetcher()))
    let answer = try await fixture.send(
      .post, "/v1/jobs/stream", body(fixture, #"{"imageUrl": "http://127.0.0.1/a.png"}"#))
    #expect(answer.status == 499 && answer.body.contains("PRECHECK_FAILURE_TYPE_INVALID_IMAGE"), "\(answer.body)")
  }

  /// An item of two kinds at once, or of a kind that there is none of yet, is the caller's mistake.
  @Test(arguments: [
    (#"{"image": "AA==", "text": "a"}"#, "contentData[0]"), (#"{"video": {"url": "x"}}"#, "`video` is not supported"),
  ])
  func refusesForms(item: String, says: String) async throws {
    let fixture = try await fixture()
    let answer = try await fixture.send(.post, "/v1/jobs/stream", body(fixture, item))
    #expect(answer.status == 400 && answer.body.contains(says), "\(answer.body)")
  }

  /// A job judges images too.
  @Test func jobs() async throws {
    let fixture = try await fixture()
    let runner = fixture.engine.engine.runner
    let running = Task { try await runner.run() }
    defer { running.cancel() }
    let answer = try await fixture.send(
      .post, "/v1/jobs", body(fixture, #"{"image": "\#(Self.image)"}"#, more: #", "waitForCompletion": true"#))
    let job = try #require(answer.json["job"] as? [String: Any], "\(answer.body)")
    let report = (job["results"] as? [[String: Any]])?.first?["report"] as? [String: Any]
    #expect((report?["labelMatches"] as? [String: Double]) == ["Animals": 1])
  }
}
