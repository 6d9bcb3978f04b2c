internal import Foundation
internal import TestSupport
internal import Testing

/// kill -9 at any step loses no job that was acknowledged, and ends none twice.
struct CrashRecoveryTests {
  private static let key = "gavel_crash_recovery_test_key"
  private static let jobsPerRound = 20

  /// Where a round's server is killed.
  private enum Step: Int, CaseIterable {
    /// As soon as jobs are acknowledged.
    case acknowledged
    /// Between one acknowledgement and the next.
    case between
    /// When one job is seen to have ended, and others have not.
    case ended
    /// While a caller waits for its job's end.
    case awaited
    /// As soon as the server is ready again, with the jobs of the round before.
    case restarted
  }

  /// Jobs of many rounds, each of which ends with a kill: the last server has ended every one, and whatever was seen to
  /// have ended has the end that it was seen with.
  @Test func everyJobEndsOnceAfterKills() async throws {
    let folder = try ServerProcess.folder()
    // Long enough that not all have ended when the server dies.
    let text = String(repeating: "a cat sat on the mat and looked at nothing in particular. ", count: 2_000)

    var jobs: Set<String> = []
    var seen: [String: String] = [:]
    for round in 0..<Kills.count(5) {
      let step = Step.allCases[round % Step.allCases.count]
      let server = try await ServerProcess.start(folder: folder, key: Self.key)
      let made = step == .restarted ? 0 : step == .between ? Self.jobsPerRound / 2 : Self.jobsPerRound
      var first = ""
      for index in 0..<made {
        let id = try await Self.makeJob(on: server, text: text)
        if index == 0 { first = id }
        jobs.insert(id)
      }
      switch step {
      case .acknowledged, .between, .restarted: break
      case .ended:
        var end: String?
        while end == nil {
          end = try await Self.end(of: first, on: server)
          await Task.yield()
        }
        seen[first] = end
      case .awaited:
        // Whether it is answered before the server dies is chance; that it is one of the jobs is not.
        let policy = try await server.policyID()
        let newest = try await Self.newestJob(on: server)
        async let answer = try? server.send("POST", "/v1/jobs", Self.request(text, policy: policy, waits: true))
        while try await Self.newestJob(on: server) == newest { await Task.yield() }
        server.kill()
        if let id = (await answer?["job"] as? [String: Any])?["jobUuid"] as? String { jobs.insert(id) }
        continue
      }
      server.kill()
    }

    let server = try await ServerProcess.start(folder: folder, key: Self.key)
    defer { server.kill() }
    let all = Set(try await Self.everyJob(on: server))
    #expect(all.isSuperset(of: jobs))
    for job in all {
      var end: String?
      while end == nil {
        end = try await Self.end(of: job, on: server)
        await Task.yield()
      }
      if let before = seen[job] { #expect(end == before) }
    }
    #expect(Set(try await Self.everyJob(on: server)) == all)
  }

  private static func request(_ text: String, policy: String, waits: Bool) -> String {
    #"{"contentData":[{"text":"\#(text)"}],"policyId":"\#(policy)","waitForCompletion":\#(waits)}"#
  }

  private static func makeJob(on server: ServerProcess, text: String) async throws -> String {
    let policy = try await server.policyID()
    let answer = try await server.send("POST", "/v1/jobs", request(text, policy: policy, waits: false))
    return try #require((answer["job"] as? [String: Any])?["jobUuid"] as? String)
  }

  /// When the job ended, as the server tells it; nil while it has not.
  private static func end(of job: String, on server: ServerProcess) async throws -> String? {
    let answer = try await server.send("GET", "/v1/jobs/\(job)")
    let found = try #require(answer["job"] as? [String: Any])
    switch found["status"] as? String {
    case "JOB_STATUS_PENDING", "JOB_STATUS_RUNNING": return nil
    case "JOB_STATUS_COMPLETED":
      #expect((found["results"] as? [Any])?.count == 1)
      return try #require(found["completed"] as? String)
    default: throw TestFailure("a job ended as \(found["status"] ?? "")")
    }
  }

  private static func newestJob(on server: ServerProcess) async throws -> String? {
    try await server.send("GET", "/v1/jobs?pageSize=1").jobs.first?["jobUuid"] as? String
  }

  private static func everyJob(on server: ServerProcess) async throws -> [String] {
    var ids: [String] = []
    var token = ""
    repeat {
      let page = try await server.send("GET", "/v1/jobs?pageSize=1000&pageToken=\(token)")
      ids += page.jobs.compactMap { $0["jobUuid"] as? String }
      token = page["nextPageToken"] as? String ?? ""
    } while !token.isEmpty
    return ids
  }
}

extension [String: Any] {
  fileprivate var jobs: [[String: Any]] { self["jobs"] as? [[String: Any]] ?? [] }
}
