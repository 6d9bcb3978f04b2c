internal import Foundation
internal import Gateway
internal import HTTPTypes
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
