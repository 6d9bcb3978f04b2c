import Foundation
import Testing

@testable import Storage

struct JobStoreTests {
  /// A store with one account.
  private func withAccount(_ body: (SQLiteStore, UUID) async throws -> Void) async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      try await body(store, account.id)
    }
  }

  /// A job in any state is read as it was written.
  @Test(arguments: JobState.allCases)
  func keepsAJob(state: JobState) async throws {
    try await withAccount { store, account in
      let policy = Sample.policy(account: account)
      let version = Sample.version(policy: policy.id)
      try await store.insert(policy, version: version)
      var job = Sample.job(account: account, state: state, policy: policy.id)
      job.policyVersionID = version.id
      try await store.insert(job)
      #expect(try await store.job(job.id, account: account) == job)
      #expect(try await store.unfinishedJob(job.id) == (state.isTerminal ? nil : job))
    }
  }

  /// A job's own times are rounded to microseconds, and then equal to what is read.
  @Test func keepsTimesToTheMicrosecond() async throws {
    try await withAccount { store, account in
      var job = Sample.job(account: account, created: Date(timeIntervalSinceReferenceDate: 812_345_678.123_456_78))
      try await store.insert(job)
      job.created = job.created.roundedToMicroseconds
      job.updated = job.created
      job.completed = job.created
      #expect(try await store.job(job.id, account: account) == job)
    }
  }

  /// A job that comes ended keeps no request; one whose parts contradict each other, or that names what is not there, is
  /// refused.
  @Test func checksWhatComes() async throws {
    try await withAccount { store, account in
      var ended = Sample.job(account: account)
      ended.request = Data("content".utf8)
      try await store.insert(ended)
      var neverEnded = Sample.job(account: account)
      neverEnded.completed = nil
      var endedEarly = Sample.job(account: account, state: .running)
      endedEarly.completed = Sample.time()
      var codes: [StoreError.Code?] = []
      for wrong in [ended, neverEnded, endedEarly, Sample.job(account: account, policy: UUID())] {
        codes.append(try await codeThrown { try await store.insert(wrong) })
      }
      #expect(codes == [.alreadyExists, .conflict, .conflict, .conflict])
      #expect(try await store.job(ended.id, account: account)?.request == nil)
    }
  }

  /// Only a pending job starts.
  @Test(arguments: JobState.allCases)
  func startsOnlyPending(from state: JobState) async throws {
    try await withAccount { store, account in
      var job = Sample.job(account: account, state: state)
      try await store.insert(job)
      let isStarted = try await store.start(job: job.id, at: Sample.time(1))
      #expect(isStarted == (state == .pending))
      if isStarted {
        job.state = .running
        job.updated = Sample.time(1)
      }
      #expect(try await store.job(job.id, account: account) == job)
    }
  }

  /// Every pair of states: a job ends from `pending` and `running` only, only in an end, and loses its request then.
  @Test(arguments: JobState.allCases, JobState.allCases)
  func endsOnce(from: JobState, to: JobState) async throws {
    try await withAccount { store, account in
      var job = Sample.job(account: account, state: from)
      try await store.insert(job)
      let results = to == .completed ? Data("late report".utf8) : nil
      var hasEnded = false
      let code = try await codeThrown { [job] in
        hasEnded = try await store.finish(job: job.id, state: to, results: results, at: Sample.time(2))
      }
      #expect(code == (to.isTerminal ? nil : .conflict))
      #expect(hasEnded == (to.isTerminal && !from.isTerminal))
      if hasEnded {
        job.state = to
        job.results = results
        job.updated = Sample.time(2)
        job.completed = Sample.time(2)
        job.request = nil
      }
      #expect(try await store.job(job.id, account: account) == job)
    }
  }

  /// Of many callers that end one job at once, exactly one does, and the job is as that one left it.
  @Test func endsOnceAmongMany() async throws {
    try await withAccount { store, account in
      let job = Sample.job(account: account, state: .running)
      try await store.insert(job)
      let winners = try await withThrowingTaskGroup(of: JobState?.self) { group in
        for index in 0..<60 {
          let state = [JobState.completed, .failed, .canceled][index % 3]
          group.addTask {
            try await store.finish(job: job.id, state: state, results: nil, at: Sample.time(1)) ? state : nil
          }
        }
        return try await group.reduce(into: [JobState]()) { winners, winner in
          if let winner { winners.append(winner) }
        }
      }
      #expect(winners.count == 1)
      #expect(try await store.job(job.id, account: account)?.state == winners.first)
    }
  }

  /// A job that is not there neither starts nor ends.
  @Test func movesNoMissingJob() async throws {
    try await withStore { store in
      let hasStarted = try await store.start(job: UUID(), at: Sample.time())
      let hasEnded = try await store.finish(job: UUID(), state: .failed, results: nil, at: Sample.time())
      #expect(!hasStarted && !hasEnded)
    }
  }

  /// A restart finds every unfinished job of every account, oldest first, page by page, without what may be large: whether
  /// it has a request is all that is read of that.
  @Test func findsWhatIsUnfinished() async throws {
    try await withAccount { store, account in
      let other = Sample.account("other")
      try await store.insert(other)
      var expected: [JobRecord] = []
      for index in 0..<25 {
        let state = JobState.allCases[index % 5]
        var job = Sample.job(
          account: index % 2 == 0 ? account : other.id, state: state, created: Sample.time(Double(index)))
        if index % 3 == 0 { job.request = nil }
        try await store.insert(job)
        job.summary = Data()
        if job.request != nil { job.request = Data() }
        if !state.isTerminal { expected.append(job) }
      }
      var found: [JobRecord] = []
      var cursor: PageCursor?
      repeat {
        let page = try await store.unfinishedJobs(limit: 3, after: cursor)
        found += page
        cursor = page.last.map { PageCursor(created: $0.created, id: $0.id) }
      } while cursor != nil
      #expect(found == expected)
    }
  }

  /// Retention deletes ended jobs only, those that ended first, no more than asked for.
  @Test func deletesInBatches() async throws {
    try await withAccount { store, account in
      var kept: [UUID] = []
      for index in 0..<20 {
        let state: JobState = index % 4 == 0 ? .running : .completed
        let job = Sample.job(account: account, state: state, created: Sample.time(Double(index)))
        try await store.insert(job)
        if state == .running || index >= 10 { kept.append(job.id) }
      }
      var counts: [Int] = []
      for limit in [5, 5, 5, -1] {
        counts.append(try await store.deleteJobs(endedBefore: Sample.time(10), limit: limit))
      }
      let left = try await store.jobs(JobRowQuery(limit: 100), account: account).map(\.id)
      #expect(counts == [5, 2, 0, 0])
      #expect(Set(left) == Set(kept))
    }
  }
}
