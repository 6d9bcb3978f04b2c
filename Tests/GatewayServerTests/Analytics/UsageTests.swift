internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import Storage
internal import TestSupport
internal import Testing

/// Usage over REST.
struct UsageTests {
  /// Every evaluation counts once, however it was asked for; what was only tried does not.
  @Test func countsEveryWayToEvaluate() async throws {
    let fixture = try await BatchFixture()
    let rest = fixture.rest
    // One item, several, and a job of its own.
    try await rest.evaluate(["a cat"])
    try await rest.evaluate(["a dog", "rain", "nothing"])
    let job = #"{"contentData": [{"text": "12345678"}], "policyId": "\#(rest.policyID)", "waitForCompletion": true}"#
    let runner = Task { try await rest.engine.engine.runner.run() }
    #expect(try await rest.send(.post, "/v1/jobs", job).status == 200)
    runner.cancel()
    let draft = #"{"contentData": [{"text": "a cat"}], "policyDraft": "LABEL \"A\" { =(\"cat\") }"}"#
    #expect(try await rest.send(.post, "/v1/test_policy", draft).status == 200)
    let image = TestImages.png.base64EncodedString()
    let picture = #"{"contentData": [{"image": "\#(image)"}], "policyId": "\#(rest.policyID)"}"#
    #expect(try await rest.send(.post, "/v1/jobs/stream", picture).status == 200)

    let usage = Tree(try await rest.usage())
    #expect(usage["timeBuckets"].list.count == 1)
    let series = usage["timeBuckets"][0]["series"]
    #expect(series[0]["type"].text == "TEXT" && series[0]["reviewCount"].number == 5)
    #expect(series[1]["type"].text == "IMAGE" && series[1]["reviewCount"].number == 1)
    #expect(usage["totalReviewsBySeriesType"]["1"].number == 5)
    #expect(usage["totalReviewsBySeriesType"]["2"].number == 1)
    #expect(usage["totalTokensBySeriesType"]["1"].number == series[0]["tokenCount"].number)
    let summary = usage["policySummaries"][0]
    #expect(usage["policySummaries"].list.count == 1)
    #expect(summary["policyId"].text == rest.policyID && summary["policyName"].text == "test")
    #expect(summary["status"].text == "POLICY_STATUS_ACTIVE" && summary["reviewCount"].number == 6)
    #expect(summary["textTokens"].number == series[0]["tokenCount"].number)
    #expect(summary["imageTokens"].number == series[1]["tokenCount"].number)
    #expect(series[0]["tokenCount"].number > 10)

    _ = try await rest.send(.delete, "/v1/policies/\(rest.policyID)", key: rest.engine.admin)
    let after = Tree(try await rest.usage())
    #expect(after["policySummaries"][0]["status"].text == "POLICY_STATUS_ARCHIVED")
  }

  /// Labels have a usage of their own, by label, also once they are archived or deleted.
  @Test func countsLabelsApart() async throws {
    let rest = try await RESTFixture()
    let cats = try await rest.label("Cats", #"LABEL "Cats" { =("cat") }"#)
    let dogs = try await rest.label("Dogs", #"LABEL "Dogs" { =("dog") }"#)
    for (text, versions) in [("a cat", [cats, dogs]), ("a dog", [cats]), ("rain", [cats])] {
      let ids = versions.map { "\"\($0.version)\"" }.joined(separator: ",")
      let answer = try await rest.send(
        .post, "/v1/labels/evaluate", #"{"labelVersionIds": [\#(ids)], "contentData": {"text": "\#(text)"}}"#)
      #expect(answer.status == 200)
    }
    let usage = Tree(try await rest.usage("label-usage"))
    #expect(usage["totalReviewsBySeriesType"]["1"].number == 4)
    #expect(usage["labelSummaries"].list.map(\.["labelName"].text) == ["Cats", "Dogs"])
    #expect(usage["labelSummaries"].list.map(\.["reviewCount"].number) == [3, 1])
    #expect(usage["labelSummaries"].list.map(\.["status"].text) == ["LABEL_STATUS_ACTIVE", "LABEL_STATUS_ACTIVE"])
    #expect(Tree(try await rest.usage())["policySummaries"].list.isEmpty)

    #expect(try await rest.send(.post, "/v1/labels/\(cats.label)/archive", "").status == 200)
    #expect(try await rest.send(.delete, "/v1/labels/\(dogs.label)", key: rest.engine.admin).status == 200)
    let after = Tree(try await rest.usage("label-usage"))
    #expect(
      after["labelSummaries"].list.map(\.["status"].text) == ["LABEL_STATUS_ARCHIVED", "LABEL_STATUS_NOT_FOUND"])
  }

  /// A bucket without figures is there, with both series at nothing; the interval that is answered is the one counted.
  @Test func showsEmptyBuckets() async throws {
    let rest = try await RESTFixture()
    try await rest.evaluate(["a cat"])
    let now = Date()
    let answer = try await rest.get(
      "/v1/analytics/usage?\(RESTFixture.interval(around: now, unit: "MINUTE", length: 1))")
    #expect(answer.status == 200)
    let usage = Tree(answer.json)
    let buckets = usage["timeBuckets"].list
    #expect((120...122).contains(buckets.count))
    let reviews = buckets.map { $0["series"][0]["reviewCount"].number }
    #expect(reviews.reduce(0, +) == 1 && reviews.filter { $0 == 0 }.count == buckets.count - 1)
    #expect(buckets.allSatisfy { $0["series"].list.map { $0["type"].text } == ["TEXT", "IMAGE"] })
    let times = buckets.map { $0["timestamp"].number }
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 == 60 })
    let start = try Date(usage["interval"]["start"].text, strategy: .iso8601)
    #expect(start.timeIntervalSince1970 == times.first)
    let end = try Date(usage["interval"]["end"].text, strategy: .iso8601)
    #expect(end.timeIntervalSince1970 == (times.last ?? 0) + 60)
    #expect(usage["interval"]["intervalUnit"].text == "MINUTE" && usage["interval"]["intervalLength"].number == 1)
  }

  /// What is no interval, and minutes of long ago, are refused with a word on what to ask instead.
  @Test(arguments: [
    ("", "interval: is required"), ("interval.start=2026-01-01T00:00:00Z", "interval.end: is required"),
    (
      "interval.start=0001-01-01T00:00:00Z&interval.end=2026-01-01T00:00:00Z&interval.intervalUnit=DAY",
      "interval.start: is not a time"
    ),
    (
      "interval.start=2026-01-01T00:00:00Z&interval.end=9999-12-31T00:00:00Z&interval.intervalUnit=MINUTE",
      "more than 10000 steps"
    ),
    (
      "interval.start=2026-01-02T00:00:00Z&interval.end=2026-01-01T00:00:00Z&interval.intervalUnit=DAY",
      "interval: starts at its end"
    ),
    (
      "interval.start=2026-01-01T00:00:00Z&interval.end=2026-01-02T00:00:00Z&interval.intervalUnit=DAY"
        + "&interval.timezone=Nowhere/Town", "interval.timezone:"
    ),
    (
      "interval.start=2020-01-01T00:00:00Z&interval.end=2020-01-01T01:00:00Z&interval.intervalUnit=MINUTE",
      "kept for 31 days"
    ),
  ])
  func refuses(_ query: String, _ message: String) async throws {
    let rest = try await RESTFixture()
    for path in ["usage", "label-usage"] {
      let answer = try await rest.get("/v1/analytics/\(path)?\(query)")
      #expect(answer.status == 400 && answer.body.contains(message), "\(answer.body)")
    }
  }

  /// A batch job's rows count once: also where the work on it was broken off and its output made anew.
  @Test func countsBatchRowsOnce() async throws {
    let fixture = try await BatchFixture()
    let rest = fixture.rest
    let moment = fixture.now
    let rows = (0..<40).map { "\($0),text,a cat \($0)\n" }.joined() + "40,image_url,nothing:\n"
    let whole = try await fixture.output(of: rows).body
    #expect(whole.split(separator: "\n").count == 41)
    func reviews() async throws -> Double {
      Tree(try await rest.usage(around: moment))["totalReviewsBySeriesType"]["1"].number
    }
    let once = try await reviews()
    #expect(once == 40)

    // A second one: sixteen rows are counted and kept as written, and then the output is gone.
    let (id, path) = try await fixture.create()
    #expect(try await fixture.upload(rows, to: path).status == 200)
    let uuid = try #require(UUID(uuidString: id))
    for event in [.began, .checked, .submitted] as [BatchEvent] {
      #expect(try await fixture.store.apply(event, to: uuid, at: moment) != nil)
    }
    let record = try #require(try await fixture.store.batch(uuid))
    var figures = JobFigures(
      accountID: record.accountID,
      subject: FigureSubject(.policy, id: record.policyID, versionID: record.policyVersionID))
    for _ in 0..<16 { figures.texts.count(tokens: 1, trues: [0]) }
    let progress = BatchProgress(rows: 16, failedRows: 0, outputBytes: 1 << 20, countedRows: 16)
    #expect(try await fixture.store.apply(.wrote(progress), to: uuid, figures: figures, at: moment) != nil)
    #expect(try await reviews() == once + 16)
    try await fixture.run(id)
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_COMPLETED")
    #expect(try await fixture.output(id).body == whole)
    #expect(try await reviews() == once + 40)
    #expect(try await fixture.store.batch(uuid)?.progress.countedRows == 41)
  }

  /// Figures are deleted when they are too old, those by the minute first.
  @Test func forgetsOldFigures() async throws {
    let fixture = try await BatchFixture()
    let rest = fixture.rest
    let moment = fixture.now
    _ = try await fixture.output(of: "1,text,a cat\n")
    func count(_ unit: String) async throws -> Double? {
      let interval = RESTFixture.interval(around: moment, unit: unit, length: 1)
      let answer = try await rest.get("/v1/analytics/usage?\(interval)")
      return answer.status == 200 ? Tree(answer.json)["totalReviewsBySeriesType"]["1"].number : nil
    }
    let retention = fixture.engine.figureRetention
    try await retention.sweep()
    #expect(try await count("MINUTE") == 1)
    fixture.pass(32 * 86_400)
    try await retention.sweep()
    #expect(try await count("MINUTE") == nil)
    #expect(try await count("HOUR") == 1)
    fixture.pass(369 * 86_400)
    try await retention.sweep()
    #expect(try await count("HOUR") == 0)
    let received = try await rest.get("/v1/analytics/policies/\(rest.policyID)/received")
    #expect(received.json["hasReceivedData"] as? Bool == true)
  }
}
