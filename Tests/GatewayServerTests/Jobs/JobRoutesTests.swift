internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import Storage
internal import TestSupport
internal import Testing

/// Jobs over REST.
struct JobRoutesTests {
  /// Streams and jobs are listed newest first, a page at a time, none twice and none lost.
  @Test func listsInPages() async throws {
    let fixture = try await RESTFixture()
    var made: Set<String> = []
    for index in 0..<25 {
      let answer = try await fixture.send(
        .post, "/v1/jobs/stream", #"{"contentData":[{"text":"cat \#(index)"}],"policyId":"\#(fixture.policyID)"}"#)
      made.insert((answer.json["result"] as? [String: Any])?["jobUuid"] as? String ?? "")
    }
    var seen: [String] = []
    var token = ""
    repeat {
      let page = try await fixture.get("/v1/jobs?pageSize=10&pageToken=\(token)").json
      let jobs = page["jobs"] as? [[String: Any]] ?? []
      seen += jobs.compactMap { $0["jobUuid"] as? String }
      #expect(jobs.allSatisfy { $0["status"] as? String == "JOB_STATUS_COMPLETED" })
      token = page["nextPageToken"] as? String ?? ""
    } while !token.isEmpty
    #expect(seen.count == 25)
    #expect(Set(seen) == made)
    // A token holds for the query that gave it.
    let first = try await fixture.get("/v1/jobs?pageSize=10").json["nextPageToken"] as? String ?? ""
    let other = try await fixture.get("/v1/jobs?query.status=JOB_STATUS_FAILED&pageToken=\(first)")
    #expect(other.status == 400)
  }

  /// A page ends once its jobs have as many contents as one may have, whatever its size; none is lost between pages.
  @Test func pagesAreBoundedByContents() async throws {
    let fixture = try await RESTFixture()
    var made: [String] = []
    for count in Array(repeating: 1, count: 20) + Array(repeating: 400, count: 4) {
      let texts = (0..<count).map { #"{"text":"cat \#($0)"}"# }.joined(separator: ",")
      let answer = try await fixture.send(
        .post, "/v1/jobs/stream", #"{"contentData":[\#(texts)],"policyId":"\#(fixture.policyID)"}"#)
      let first = count == 1 ? answer.json : answer.lines.first
      made.append((first?["result"] as? [String: Any])?["jobUuid"] as? String ?? "")
    }
    let first = try await fixture.get("/v1/jobs?pageSize=1000").json
    let token = try #require(first["nextPageToken"] as? String)
    let second = try await fixture.get("/v1/jobs?pageSize=1000&pageToken=\(token)").json
    let pages = [first, second].map { page in
      (page["jobs"] as? [[String: Any]] ?? []).compactMap { $0["jobUuid"] as? String }
    }
    #expect(pages.map(\.count) == [3, 21])
    #expect(pages.flatMap(\.self) == made.reversed())
    #expect(second["nextPageToken"] as? String == "")
  }

  /// Filters that clients send for "none" (an empty range, a bound in year 1) filter nothing.
  @Test(arguments: [
    ("", 1), ("query.status=JOB_STATUS_COMPLETED", 1), ("query.status=3", 1), ("query.status=JOB_STATUS_FAILED", 0),
    ("query.createdTimeRange.start=0001-01-01T00:00:00Z", 1), ("query.createdTimeRange.inclusive=true", 1),
    ("query.createdTimeRange.end=2020-01-01T00:00:00Z", 0), ("query.created_time_range.start=2020-01-01T00:00:00Z", 1),
    ("query.policyId=00000000-0000-0000-0000-000000000001", 0),
  ])
  func filters(_ query: String, _ count: Int) async throws {
    let fixture = try await RESTFixture()
    _ = try await fixture.send(
      .post, "/v1/jobs/stream", #"{"contentData":[{"text":"cat"}],"policyId":"\#(fixture.policyID)"}"#)
    let answer = try await fixture.get("/v1/jobs?\(query)")
    #expect((answer.json["jobs"] as? [Any])?.count == count, "\(answer.body)")
  }

  /// A stream that an earlier run of the server left has failed before anything is served; one that begins then is left
  /// alone.
  @Test func settlesBeforeItServes() async throws {
    let fixture = try await RESTFixture()
    let engine = fixture.engine
    func stream() -> JobRecord {
      JobRecord(
        id: UUID(), accountID: engine.account, type: 2, state: .running, policyID: nil, policyVersionID: nil,
        threshold: 0.5, created: Date(), updated: Date(), completed: nil, request: nil, summary: Data(), results: nil)
    }
    let left = stream()
    try await engine.store.insert(left)
    try await engine.engine.runner.settle()
    let begun = stream()
    try await engine.store.insert(begun)
    let running = Task { try await engine.engine.runner.run() }
    defer { running.cancel() }
    // Once this has ended, the runner has done what it does first.
    let answer = try await fixture.send(
      .post, "/v1/jobs",
      #"{"contentData":[{"text":"cat"}],"policyId":"\#(fixture.policyID)","waitForCompletion":true}"#)
    #expect(answer.body.contains("JOB_STATUS_COMPLETED"))
    #expect(try await engine.store.job(left.id, account: engine.account)?.state == .failed)
    #expect(try await engine.store.job(begun.id, account: engine.account)?.state == .running)
  }

  /// A job goes so long after it ended as the server is told, and where it is told nothing never.
  @Test func retention() async throws {
    let fixture = try await RESTFixture()
    let made = try await fixture.send(
      .post, "/v1/jobs/stream", #"{"contentData":[{"text":"cat"}],"policyId":"\#(fixture.policyID)"}"#)
    let id = try #require((made.json["result"] as? [String: Any])?["jobUuid"] as? String)
    let store = fixture.engine.store
    let day: TimeInterval = 86_400
    try await RecordRetention(store: store, jobDays: nil).sweep(at: Date().addingTimeInterval(10_000 * day))
    let bounded = RecordRetention(store: store, jobDays: 3)
    try await bounded.sweep(at: Date().addingTimeInterval(2.9 * day))
    #expect(try await fixture.get("/v1/jobs/\(id)").status == 200)
    try await bounded.sweep(at: Date().addingTimeInterval(3.1 * day))
    #expect(try await fixture.get("/v1/jobs/\(id)").status == 404)
  }
}
