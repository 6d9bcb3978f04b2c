internal import Foundation
internal import TestSupport
internal import Testing

/// kill -9 takes no figure from its job, and counts none twice.
struct FigureCrashTests {
  private static let key = "gavel_figure_crash_test_key"

  /// The server is killed while jobs end; before and after the next one has ended the rest, the figures are those of the
  /// jobs that completed.
  @Test func figuresAreThoseOfTheJobs() async throws {
    let folder = try ServerProcess.folder()

    var server = try await ServerProcess.start(folder: folder, key: Self.key)
    let policy = try await server.policyID()
    let text = String(repeating: "a cat sat on the mat and looked at nothing in particular. ", count: 2_000)
    for index in 0..<60 {
      // Every third is done when it is answered; the others end when they end.
      let path = index % 3 == 0 ? "/v1/jobs/stream" : "/v1/jobs"
      _ = try await server.send(
        "POST", path, #"{"contentData":[{"text":"\#(text)"}],"policyId":"\#(policy)"}"#)
    }
    server.kill()

    server = try await ServerProcess.start(folder: folder, key: Self.key)
    var completed = 0
    for _ in 0..<1_500 where completed < 60 {
      let before = completed
      let reviews = try await Self.reviews(server)
      completed = try await Self.completed(server)
      #expect(before <= reviews && reviews <= completed)
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(completed == 60)
    #expect(try await Self.reviews(server) == 60)
    server.kill()

    server = try await ServerProcess.start(folder: folder, key: Self.key)
    #expect(try await Self.reviews(server) == 60)
    #expect(try await Self.completed(server) == 60)
    server.kill()
  }

  private static func completed(_ server: ServerProcess) async throws -> Int {
    let answer = try await server.send("GET", "/v1/jobs?pageSize=1000&query.status=JOB_STATUS_COMPLETED")
    return (answer["jobs"] as? [Any])?.count ?? 0
  }

  private static func reviews(_ server: ServerProcess) async throws -> Int {
    let start = Date().addingTimeInterval(-7_200).formatted(.iso8601)
    let end = Date().addingTimeInterval(7_200).formatted(.iso8601)
    let answer = try await server.send(
      "GET", "/v1/analytics/usage?interval.start=\(start)&interval.end=\(end)&interval.intervalUnit=DAY")
    let totals = answer["totalReviewsBySeriesType"] as? [String: Any]
    return Int(totals?["1"] as? String ?? "") ?? -1
  }
}
