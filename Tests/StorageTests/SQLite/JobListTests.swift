import Foundation
import Testing

@testable import Storage

struct JobListTests {
  /// Pages through 1,000 jobs of one instant, while new ones arrive, lose none and repeat none.
  @Test(arguments: [1, 7, 333, 1_000])
  func pagesThroughEqualTimes(size: Int) async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let count = size == 1 ? 100 : 1_000
      let jobs = (0..<count).map { _ in Sample.job(account: account.id) }
      try await store.insert(jobs)
      var seen: [UUID] = []
      var query = JobRowQuery(limit: size)
      // Past the count something was repeated.
      while seen.count <= count {
        let page = try await store.jobs(query, account: account.id)
        guard let last = page.last else { break }
        seen += page.map(\.id)
        query.after = PageCursor(created: last.created, id: last.id)
        try await store.insert(Sample.job(account: account.id, created: Sample.time(1)))
      }
      #expect(seen == jobs.map(\.id).sorted { $0.uuidString > $1.uuidString })
    }
  }

  /// What each filter leaves of five jobs a second apart, one in each state from `pending` on, newest first.
  @Test(arguments: [
    ([:], "54321"), (["state": "4"], "4"), (["state": "3"], "3"), (["state": "1"], "1"), (["policy": "yes"], "42"),
    (["policy": "yes", "state": "4"], "4"), (["after": "2"], "543"), (["from": "2"], "5432"), (["before": "2"], "1"),
    (["to": "2"], "21"), (["after": "1", "before": "4"], "32"), (["completed": "3"], "54"), (["limit": "2"], "54"),
    (["limit": "0"], ""), (["limit": "-1"], ""), (["updated": "4"], "5"), (["cursor": "3"], "21"),
    (["cursor": "4", "state": "2"], "2"),
  ])
  func filters(filter: [String: String], expected: String) async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let policy = Sample.policy(account: account.id)
      try await store.insert(policy, version: Sample.version(policy: policy.id))
      let jobs = JobState.allCases.map { state in
        Sample.job(
          account: account.id, state: state, created: Sample.time(Double(state.rawValue)),
          policy: state.rawValue % 2 == 0 ? policy.id : nil)
      }
      try await store.insert(jobs)
      func number(_ name: String) -> Double? { filter[name].flatMap(Double.init) }
      func time(_ name: String) -> Date? { number(name).map { Sample.time($0) } }
      var query = JobRowQuery(limit: number("limit").map { Int($0) } ?? 10)
      query.state = number("state").flatMap { JobState(rawValue: Int($0)) }
      query.policyID = filter["policy"] == nil ? nil : policy.id
      let isInclusive = time("from") != nil || time("to") != nil
      query.created = TimeSpan(
        start: time("after") ?? time("from"), end: time("before") ?? time("to"), isInclusive: isInclusive)
      query.completed = TimeSpan(start: time("completed"), end: nil, isInclusive: false)
      query.updated = TimeSpan(start: time("updated"), end: nil, isInclusive: false)
      if let cursor = number("cursor") {
        let job = jobs[Int(cursor) - 1]
        query.after = PageCursor(created: job.created, id: job.id)
      }
      let found = try await store.jobs(query, account: account.id)
      #expect(found.map { "\($0.state.rawValue)" }.joined() == expected)
    }
  }

  /// A list carries no request, and results of completed jobs alone.
  @Test func leavesOutWhatAListDoesNotShow() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let failed = Sample.job(account: account.id, state: .running)
      try await store.insert([
        Sample.job(account: account.id), Sample.job(account: account.id, state: .pending), failed,
      ])
      _ = try await store.finish(job: failed.id, state: .failed, results: Data("part".utf8), at: Sample.time(1))
      let listed = try await store.jobs(JobRowQuery(limit: 10), account: account.id)
      #expect(
        listed.count == 3 && listed.allSatisfy { $0.request == nil && ($0.results != nil) == ($0.state == .completed) })
    }
  }
}
