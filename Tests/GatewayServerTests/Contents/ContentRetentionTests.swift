internal import ContentIntake
internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import SignalScoring
internal import Storage
internal import TestSupport
internal import Testing

/// Contents of jobs, kept where an operator wants that.
struct ContentRetentionTests {
  private static let texts = ["a cat", "rain", "a dog", "snow"]

  private func kept(_ fixture: RESTFixture) async throws -> Set<String> {
    let hashes = Self.texts.map { ContentHash.hash(of: $0) }
    let kept = try await fixture.engine.store.retainedHashes(hashes, account: fixture.engine.account)
    return Set(Self.texts.filter { kept.contains(ContentHash.hash(of: $0)) })
  }

  private func evaluate(_ fixture: RESTFixture, _ texts: String..., path: String = "/v1/jobs/stream") async throws {
    let items = texts.map { #"{"text": "\#($0)"}"# }.joined(separator: ",")
    let answer = try await fixture.send(
      .post, path,
      #"{"contentData": [\#(items)], "policyId": "\#(fixture.policyID)", "waitForCompletion": true, "policyDraft": \#(RESTFixture.quoted(RESTFixture.policy))}"#
    )
    #expect(answer.status == 200, "\(answer.body)")
  }

  private func append(_ fixture: RESTFixture, _ set: String, _ items: String) async throws -> RESTFixture.Answer {
    try await fixture.send(.post, "/v1/datasets/\(set)/job-contents", #"{"contentHashesWithLabels": [\#(items)]}"#)
  }

  private func item(_ text: String, labels: String = "") -> String {
    #"{"contentHash": "\#(ContentHash.hash(of: text))", "labels": [\#(labels)]}"#
  }

  /// Streams of one and of several, and jobs, leave their contents; what a draft is tried on leaves none.
  @Test func keepsWhatJobsJudged() async throws {
    let fixture = try await RESTFixture(engine: TestEngine(retainedDays: 1))
    let running = Task { try await fixture.engine.engine.runner.run() }
    defer { running.cancel() }
    try await evaluate(fixture, "a cat")
    #expect(try await kept(fixture) == ["a cat"])
    try await evaluate(fixture, "rain", "a cat")
    #expect(try await kept(fixture) == ["a cat", "rain"])
    try await evaluate(fixture, "a dog", path: "/v1/jobs")
    #expect(try await kept(fixture) == ["a cat", "rain", "a dog"])
    try await evaluate(fixture, "snow", path: "/v1/test_policy")
    #expect(try await kept(fixture) == ["a cat", "rain", "a dog"])
  }

  /// Off, it keeps nothing, and removes at the start what an earlier server kept; calls say how it is turned on.
  @Test func keepsNothingWhereItIsOff() async throws {
    let folder = try TemporaryFolder()
    let first = try await RESTFixture(engine: TestEngine(retainedDays: 1, folder: folder))
    try await evaluate(first, "a cat")
    try await first.engine.store.close()

    let fixture = try await RESTFixture(engine: TestEngine(folder: folder), key: "second")
    try await evaluate(fixture, "rain")
    #expect(try await kept(fixture) == ["a cat"])
    let set = try await fixture.dataset()
    let answer = try await append(fixture, set.id, item("a cat"))
    #expect(answer.status == 400 && answer.body.contains("`gavel serve --retain-content DAYS`"), "\(answer.body)")
    try await fixture.engine.engine.contentRetention.sweep(at: Date())
    #expect(try await kept(fixture) == [])
  }

  /// After its days a content goes, unless it was evaluated again meanwhile.
  @Test func forgetsAfterTheDays() async throws {
    let clock = MovingClock()
    let fixture = try await RESTFixture(engine: TestEngine(retainedDays: 2, now: { clock.now }))
    let retention = fixture.engine.engine.contentRetention
    try await evaluate(fixture, "a cat", "rain")
    clock.pass(86_400)
    try await evaluate(fixture, "rain")
    clock.pass(86_399)
    try await retention.sweep(at: clock.now)
    #expect(try await kept(fixture) == ["a cat", "rain"])
    clock.pass(2)
    try await retention.sweep(at: clock.now)
    #expect(try await kept(fixture) == ["rain"])
    let set = try await fixture.dataset()
    let answer = try await append(fixture, set.id, "\(item("rain")), \(item("a cat"))")
    #expect(answer.status == 404 && answer.body.contains("for 2 days"), "\(answer.body)")
    #expect(try await fixture.items(of: set.id) == [])
  }

  /// What was kept becomes a content of the account, and an item with the labels that were given; labels for all take
  /// the place of each one's. A content that the account has needs no retention.
  @Test func makesItemsOfWhatJobsJudged() async throws {
    let engine = try await TestEngine(
      sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader(""), retainedDays: 1)
    let fixture = try await RESTFixture(engine: engine)
    let image = TestImages.png.base64EncodedString()
    try await evaluate(fixture, "a cat", "rain")
    let judged = try await fixture.send(
      .post, "/v1/jobs/stream", #"{"contentData": [{"image": "\#(image)"}], "policyId": "\#(fixture.policyID)"}"#)
    let hash = (judged.json["result"] as? [String: Any])?["contentHash"] as? String ?? ""
    _ = try await fixture.contents(texts: "snow")
    let set = try await fixture.dataset()
    let items = [
      item("rain", labels: "\"y\", \"x\""), item("snow"), #"{"contentHash": "\#(hash)", "labels": ["i"]}"#,
    ]
    let answer = try await append(fixture, set.id, items.joined(separator: ","))
    #expect(answer.json["success"] as? Bool == true, "\(answer.body)")
    func contents() async throws -> [String] {
      let contents = try await fixture.contents(of: set.id)
      return try await fixture.items(of: set.id).map { id in
        let text = contents[id]?["text"] as? String ?? (contents[id]?["image"] as? String == image ? "image" : "?")
        return "\(text) \((contents[id]?["labels"] as? [String] ?? []).joined(separator: ","))"
      }
    }
    #expect(try await contents() == ["rain x,y", "snow ", "image i"])
    let again = try await fixture.send(
      .post, "/v1/datasets/\(set.id)/job-contents",
      #"{"contentHashesWithLabels": [\#(item("a cat", labels: "\"l\""))], "overrideLabels": ["o"]}"#)
    #expect(again.json["success"] as? Bool == true, "\(again.body)")
    #expect(try await contents() == ["rain x,y", "snow ", "image i", "a cat o"])
    #expect((try await fixture.get("/v1/contents").json["customerContentIds"] as? [Any])?.count == 4)
  }

  /// One account's jobs are nothing to another's datasets.
  @Test func accountsAreApart() async throws {
    let fixture = try await RESTFixture(engine: TestEngine(retainedDays: 1))
    try await evaluate(fixture, "a cat")
    let other = try await fixture.engine.otherAccount()
    let made = try await fixture.send(.post, "/v1/datasets", body: Array(#"{"name": "own"}"#.utf8), key: other.admin)
    let own = made.json["datasetId"] as? String ?? ""
    let answer = try await fixture.send(
      .post, "/v1/datasets/\(own)/job-contents",
      body: Array(#"{"contentHashesWithLabels": [\#(item("a cat"))]}"#.utf8), key: other.admin)
    #expect(answer.status == 404 && answer.body.contains("a content is not kept"), "\(answer.body)")
  }
}
