internal import ContentIntake
internal import Foundation
internal import GatewayProtocol
internal import HTTPTypes
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Contents that were evaluated, one by one.
struct ContentFeedTests {
  private func entries(_ rest: RESTFixture, _ query: String = "") async throws -> [Tree] {
    let answer = try await rest.get("/v1/analytics/content-feed?\(query)")
    try #require(answer.status == 200, "\(answer.body)")
    return Tree(answer.json)["entries"].list
  }

  private func hash(_ text: String) -> String { ContentHash.hash(of: text) }

  /// An entry says what was evaluated, by which version, and how each label did.
  @Test func showsWhatWasEvaluated() async throws {
    let rest = try await RESTFixture()
    let body =
      #"{"contentData": [{"text": "a cat", "metadata": {"id": "7"}, "title": "T"}], "policyId": "\#(rest.policyID)", "threshold": 0.4}"#
    #expect(try await rest.send(.post, "/v1/jobs/stream", body).status == 200)
    let job = Tree(try await rest.get("/v1/jobs").json)["jobs"][0]
    let entry = try #require(try await entries(rest).first)
    #expect(entry["jobResultId"].text == job["results"][0]["uuid"].text)
    #expect(entry["entryTimestamp"].text == job["created"].text)
    #expect(entry["policyId"].text == rest.policyID)
    #expect(entry["policyVersionId"].text == job["policyVersionId"].text)
    #expect(entry["contentData"]["contentHash"].text == hash("a cat"))
    #expect(entry["contentData"]["metadata"]["id"].text == "7" && entry["contentData"]["title"].text == "T")
    #expect(entry["contentData"]["text"].value == nil)
    #expect(entry["labels"].list.map { $0["labelName"].text } == ["Animals", "Weather"])
    #expect(entry["labels"].list.map { $0["confidence"].number } == [1, 0])
    #expect(entry["labels"].list.allSatisfy { $0["threshold"].number == 0.4 })
    #expect(entry["labelId"].text.isEmpty && entry["labelVersionId"].text.isEmpty)
  }

  /// What is kept of a content is shown, with what its own request said beside it; another account's is not.
  @Test func showsContentsThatAreKept() async throws {
    let rest = try await RESTFixture()
    try await rest.evaluate(["a cat", "a dog"])
    let other = try await rest.engine.otherAccount()
    for (text, account) in [("a cat", rest.engine.account), ("a dog", other.id)] {
      let content = Clavata_Shared_V1_ContentData.with { $0.text = text }
      try await rest.engine.store.retain(
        [RetainedContent(hash: hash(text), data: try content.serializedData())], account: account, at: Date(),
        limits: RetainedContentLimits())
    }
    let shown = try await entries(rest)
    #expect(shown.count == 2)
    for entry in shown {
      let isCat = entry["contentData"]["contentHash"].text == hash("a cat")
      #expect(entry["contentData"]["text"].value as? String == (isCat ? "a cat" : nil))
    }
  }

  /// Newest first, or oldest, a page at a time, none twice and none lost.
  @Test func comesInPages() async throws {
    let rest = try await RESTFixture()
    var texts: [String] = []
    for index in 0..<12 {
      let own = (0..<(index % 3 + 1)).map { "cat \(index) \($0)" }
      texts += own
      try await rest.evaluate(own)
    }
    let hashes = texts.map(hash)
    for (sort, expected) in [("CONTENT_FEED_SORT_OLDEST", hashes), ("CONTENT_FEED_SORT_NEWEST", hashes.reversed())] {
      var seen: [String] = []
      for offset in stride(from: 0, to: 30, by: 5) {
        seen += try await entries(rest, "limit=5&offset=\(offset)&sortType=\(sort)").map {
          $0["contentData"]["contentHash"].text
        }
      }
      #expect(seen == expected, "\(sort)")
    }
    #expect(try await entries(rest).count == 10)
  }

  /// Every condition that is given has to hold.
  @Test func narrows() async throws {
    // The score of a text is the number in it.
    let rest = try await RESTFixture(scorers: [NumberScorer()])
    let policy = try await rest.engine.policy(
      #"LABEL "Low" { "a" } LABEL "High" { =("high") }"#, key: "numbers"
    ).uuidString.lowercased()
    try await rest.evaluate(["0.2", "0.9 high", "0.6", "0.4"], policy: policy)
    try await rest.evaluate(["a cat"])
    let label = try await rest.label("Cats", #"LABEL "Cats" { =("cat") }"#)
    let version = Tree(
      try await rest.labelVersion(label.label, #"LABEL "Cats" { =("tiger") }"#).json)["labelVersion"]["labelVersionId"]
      .text
    let ids = #"["\#(label.version)", "\#(version)"]"#
    #expect(
      try await rest.send(
        .post, "/v1/labels/evaluate", #"{"labelVersionIds": \#(ids), "contentData": {"text": "a cat"}}"#
      ).status == 200)

    let cases: [(query: String, count: Int)] = [
      ("", 7), ("policyId=\(policy)", 4), ("policyId=\(rest.policyID)", 1), ("labelId=\(label.label)", 2),
      ("labelVersionId=\(version)", 1), ("labelId=\(label.label)&labelVersionId=\(label.version)", 1),
      ("labelName=Low", 4), ("labelName=Nothing", 0), ("labelName=Cats", 2),
      ("labelName=Low&minConfidence=0.5", 2), ("labelName=Low&minConfidence=0.4&maxConfidence=0.6", 2),
      ("labelName=High&minConfidence=0.5", 1), ("policyId=\(policy)&maxConfidence=0.3", 3),
      ("policyId=\(policy)&minConfidence=0.5", 2), ("labelName=Animals&policyId=\(policy)", 0),
      ("createdTimeRange.end=2020-01-01T00:00:00Z", 0), ("createdTimeRange.start=2020-01-01T00:00:00Z", 7),
    ]
    for (query, count) in cases {
      #expect(try await entries(rest, query).count == count, "\(query)")
    }
    let entry = try #require(try await entries(rest, "labelVersionId=\(version)").first)
    #expect(entry["labelId"].text == label.label && entry["labelVersionId"].text == version)
    #expect(entry["policyId"].text.isEmpty)

    func scores(_ query: String) async throws -> [Double] {
      try await entries(rest, query).map { $0["labels"][0]["confidence"].number }
    }
    let low = "policyId=\(policy)&labelName=Low"
    #expect(try await scores("\(low)&sortType=CONTENT_FEED_SORT_CONFIDENCE_HIGH_TO_LOW") == [0.9, 0.6, 0.4, 0.2])
    #expect(try await scores("\(low)&sortType=CONTENT_FEED_SORT_CONFIDENCE_LOW_TO_HIGH") == [0.2, 0.4, 0.6, 0.9])
    #expect(
      try await scores("\(low)&sortType=CONTENT_FEED_SORT_CONFIDENCE_LOW_TO_HIGH&offset=1&limit=2") == [0.4, 0.6])
  }

  /// By confidence, results of one job and of another come between one another, each in its place.
  @Test func ordersAcrossJobs() async throws {
    let rest = try await RESTFixture(scorers: [NumberScorer()])
    let policy = try await rest.engine.policy(#"LABEL "Low" { "a" }"#, key: "numbers").uuidString.lowercased()
    for texts in [["0.1", "0.5", "0.9"], ["0.4", "0.8"], ["0.7", "0.2", "0.6", "0.3"]] {
      try await rest.evaluate(texts, policy: policy)
    }
    let sort = "policyId=\(policy)&limit=7&offset=1&sortType=CONTENT_FEED_SORT_CONFIDENCE_HIGH_TO_LOW"
    let shown = try await entries(rest, sort)
    #expect(shown.map { $0["labels"][0]["confidence"].number } == [0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2])
    #expect(
      shown.map { $0["contentData"]["contentHash"].text }
        == ["0.8", "0.7", "0.6", "0.5", "0.4", "0.3", "0.2"].map(hash))
  }

  /// What is only tried is in no feed, and neither is a job that was deleted.
  @Test func showsWhatIsKeptAlone() async throws {
    let rest = try await RESTFixture()
    let draft = #"{"contentData": [{"text": "a cat"}], "policyDraft": "LABEL \"A\" { =(\"cat\") }"}"#
    #expect(try await rest.send(.post, "/v1/test_policy", draft).status == 200)
    #expect(try await entries(rest).isEmpty)
    try await rest.evaluate(["a cat"])
    #expect(try await entries(rest).count == 1)
    #expect(try await rest.engine.store.deleteJobs(endedBefore: Date().addingTimeInterval(60), limit: 10) == 2)
    #expect(try await entries(rest).isEmpty)
    #expect(Tree(try await rest.usage())["totalReviewsBySeriesType"]["1"].number == 1)
  }

  /// Where more would have to be looked through than one call does, that is said: no page leaves anything out.
  @Test func refusesWhatIsTooMuch() async throws {
    let rest = try await RESTFixture()
    // Results over the limit, in few jobs.
    let texts = (0..<1_000).map { "\($0)" }
    for _ in 0..<21 { try await rest.evaluate(texts) }
    let wide = try await rest.get("/v1/analytics/content-feed?sortType=CONTENT_FEED_SORT_CONFIDENCE_HIGH_TO_LOW")
    #expect(wide.status == 400 && wide.body.contains("more than 20000 results"), "\(wide.body)")
    let rare = try await rest.get("/v1/analytics/content-feed?minConfidence=0.5")
    #expect(rare.status == 400 && rare.body.contains("narrower range"))
    // Without a look at the scores the page is found at once.
    #expect(try await entries(rest, "offset=10000&limit=5").count == 5)
  }

  /// A request that is none is refused, with the field's name.
  @Test(arguments: [
    ("limit=0", "limit:"), ("limit=1001", "limit:"), ("limit=-1", "limit:"), ("offset=-1", "offset:"),
    ("offset=10001", "offset:"), ("minConfidence=NaN", "minConfidence"), ("minConfidence=-0.1", "minConfidence:"),
    ("maxConfidence=1.1", "maxConfidence:"), ("minConfidence=0.6&maxConfidence=0.5", "minConfidence:"),
    ("sortType=77", "sortType:"), ("policyId=x", "policyId:"), ("labelId=x", "labelId:"),
    ("labelVersionId=x", "labelVersionId:"),
    (
      "policyId=00000000-0000-0000-0000-000000000001&labelId=00000000-0000-0000-0000-000000000001",
      "an entry is of a policy or of a label"
    ),
    (
      "createdTimeRange.start=2026-01-02T00:00:00Z&createdTimeRange.end=2026-01-01T00:00:00Z", "createdTimeRange:"
    ),
  ])
  func refuses(_ query: String, _ message: String) async throws {
    let rest = try await RESTFixture()
    let answer = try await rest.get("/v1/analytics/content-feed?\(query)")
    #expect(answer.status == 400 && answer.body.contains(message), "\(answer.body)")
  }
}
