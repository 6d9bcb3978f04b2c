import Foundation
import GRDB
import Testing

@testable import Storage

/// Figures in SQLite.
struct FigureStoreTests {
  private struct Fixture {
    var store: SQLiteStore
    var account: UUID
    var policy: UUID
    var version: UUID

    var subject: FigureSubject { FigureSubject(.policy, id: policy, versionID: version) }

    /// A job of one item.
    func job(
      _ state: JobState = .completed, at seconds: Double, series: FigureSeries = .text, outcomes: [Bool?] = [true],
      subject: FigureSubject? = nil
    ) -> JobRecord {
      var job = Sample.job(account: account, state: state, created: Sample.time(seconds))
      job.figures = figures(series, outcomes, subject)
      return job
    }

    func figures(
      _ series: FigureSeries = .text, _ outcomes: [Bool?] = [true], _ subject: FigureSubject? = nil
    ) -> JobFigures {
      var figures = JobFigures(accountID: account, subject: subject ?? self.subject)
      figures[series].count(
        tokens: 7, trues: outcomes.indices.filter { outcomes[$0] == true },
        unknowns: outcomes.indices.filter { outcomes[$0] == nil })
      return figures
    }

    func days(_ subject: FigureSubject? = nil, account: UUID? = nil) async throws -> [DailyFigures] {
      let subject = subject ?? self.subject
      return try #require(
        try await store.dailyFigures(
          of: subject.kind, subject.id, account: account ?? self.account, within: FigureRange(), rowLimit: 100_000,
          outcomeLimit: 100_000))
    }

    func reviews() async throws -> Int64 { try await days().reduce(0) { $0 + $1.tally.reviews } }
  }

  private func withFixture(_ body: (Fixture) async throws -> Void) async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      var policy = Sample.policy(account: account.id)
      let version = Sample.version(policy: policy.id)
      policy.activeVersionID = version.id
      try await store.insert(policy, version: version)
      try await body(Fixture(store: store, account: account.id, policy: policy.id, version: version.id))
    }
  }

  /// However jobs share their transactions, what is kept is the sum of them: by minute, by quarter, by day.
  @Test(arguments: [1, 7, 256]) func sumsUpWhatJobsCount(_ together: Int) async throws {
    try await withFixture { fixture in
      let label = FigureSubject(.label, id: UUID(), versionID: UUID())
      var random = SystemRandomNumberGenerator()
      var jobs: [JobRecord] = []
      for _ in 0..<600 {
        jobs.append(
          fixture.job(
            at: .random(in: 0..<180_000, using: &random), series: Bool.random() ? .text : .image,
            outcomes: (0..<5).map { _ in [true, false, nil].randomElement(using: &random) ?? nil },
            subject: Bool.random() ? label : nil))
      }
      for start in stride(from: 0, to: jobs.count, by: together) {
        try await withThrowingTaskGroup { group in
          for job in jobs[start..<min(start + together, jobs.count)] {
            group.addTask { try await fixture.store.insert(job) }
          }
          try await group.waitForAll()
        }
      }
      for subject in [fixture.subject, label] {
        let own = jobs.filter { $0.figures?.subject == subject }
        var naive: [Int64: FigureTally] = [:]
        for job in own {
          let figures = try #require(job.figures)
          let day = try #require(job.completed).microsecondsSince1970 / 86_400_000_000
          naive[day, default: FigureTally()].add(figures.texts)
          naive[day, default: FigureTally()].add(figures.images)
        }
        let days = try await fixture.days(subject)
        #expect(Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0.tally) }) == naive)

        let first = Sample.time().microsecondsSince1970 / 60_000_000
        for (span, step) in [(FigureSpan.minute, Int64(7)), (.quarter, 45)] {
          let begin = first / 15 * 15
          let edges = (0...(190_000 / 60 / step)).map { begin + $0 * step }
          let usage = try #require(
            try await fixture.store.usage(
              of: subject.kind, account: fixture.account, edges: edges, span: span, rowLimit: 100_000))
          var buckets = Array(repeating: SeriesFigures(), count: edges.count - 1)
          for job in own {
            let minute = try #require(job.completed).microsecondsSince1970 / 60_000_000
            for series in FigureSeries.allCases {
              let tally = try #require(job.figures)[series]
              buckets[Int((minute - begin) / step)].add(reviews: tally.reviews, tokens: tally.tokens, of: series)
            }
          }
          #expect(usage.buckets == buckets)
          #expect(Set(usage.subjects.keys) == [subject.id])
        }
      }
    }
  }

  /// A write that fails, a job that had ended, and one that ends otherwise than completed count nothing.
  @Test func countsWhatEndsAndNothingElse() async throws {
    try await withFixture { fixture in
      let job = fixture.job(at: 0)
      try await fixture.store.insert(job)
      // They wait for the writer together, so that they share a transaction with one that goes well.
      let held = await HeldWriter(fixture.store)
      async let again = codeThrown { try await fixture.store.insert(job) }
      async let list = codeThrown { try await fixture.store.insert([fixture.job(at: 1), job]) }
      async let other: Void = fixture.store.insert(fixture.job(at: 2))
      while fixture.store.waitingWrites < 3 { await Task.yield() }
      try await held.release()
      #expect(try await again == .alreadyExists)
      #expect(try await list == .alreadyExists)
      try await other
      #expect(try await fixture.reviews() == 2)

      let running = fixture.job(.running, at: 3)
      try await fixture.store.insert(running)
      #expect(try await fixture.reviews() == 2)
      let figures = fixture.figures()
      #expect(
        try await fixture.store.complete(job: running.id, results: nil, figures: figures, at: Sample.time(4)))
      #expect(
        try await fixture.store.complete(job: running.id, results: nil, figures: figures, at: Sample.time(5)) == false)
      #expect(try await fixture.reviews() == 3)
      let failed = fixture.job(.running, at: 6)
      try await fixture.store.insert(failed)
      #expect(try await fixture.store.finish(job: failed.id, state: .failed, results: nil, at: Sample.time(7)))
      try await fixture.store.insert(fixture.job(.canceled, at: 8))
      #expect(try await fixture.reviews() == 3)
    }
  }

  /// A transaction that is lost takes its figures with it, also out of the memory that the next one counts from.
  @Test func lostTransactionsCountNothing() async throws {
    try await withFixture { fixture in
      try await fixture.store.insert(fixture.job(at: 0))
      let held = await HeldWriter(fixture.store)
      async let lost = codeThrown { try await fixture.store.insert(fixture.job(at: 1)) }
      while fixture.store.waitingWrites < 1 { await Task.yield() }
      // Looked at when the transaction ends, which it therefore cannot.
      async let spoiler = codeThrown {
        try await fixture.store.write { database in
          try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
          try database.execute(sql: "UPDATE jobs SET account_id = x'00112233445566778899aabbccddeeff'")
        }
      }
      while fixture.store.waitingWrites < 2 { await Task.yield() }
      try await held.release()
      #expect(try await lost != nil)
      #expect(try await spoiler != nil)
      #expect(try await fixture.reviews() == 1)
      try await fixture.store.insert(fixture.job(at: 2))
      #expect(try await fixture.reviews() == 2)
    }
  }

  /// Figures that were deleted are not remembered: a late job begins them anew.
  @Test func deletedFiguresAreForgotten() async throws {
    try await withFixture { fixture in
      try await fixture.store.insert(fixture.job(at: 0))
      for span in FigureSpan.allCases {
        #expect(try await fixture.store.deleteFigures(span, startedBefore: Sample.time(86_400), limit: 10) == 1)
      }
      try await fixture.store.insert(fixture.job(at: 1))
      #expect(try await fixture.reviews() == 1)
    }
  }

  /// Rows of a batch job count with the event that keeps them, and not where it cannot happen.
  @Test func countsBatchRowsWithTheirEvent() async throws {
    try await withFixture { fixture in
      let batch = BatchRecord(
        id: UUID(), accountID: fixture.account, name: "b", policyID: fixture.policy, policyVersionID: fixture.version,
        created: Sample.time())
      #expect(try await fixture.store.insert(batch, webhook: nil, openLimit: 10))
      let progress = BatchProgress(rows: 1, failedRows: 0, outputBytes: 9, countedRows: 1)
      let figures = fixture.figures()
      let early = try await fixture.store.apply(.wrote(progress), to: batch.id, figures: figures, at: Sample.time(1))
      #expect(early == nil)
      #expect(try await fixture.days().isEmpty)
      let input = BatchInput(file: "i", rows: 1, bytes: 1)
      for event in [.uploaded(input), .began, .checked, .submitted] as [BatchEvent] {
        #expect(try await fixture.store.apply(event, to: batch.id, at: Sample.time(2)) != nil)
      }
      let written = try await fixture.store.apply(
        .wrote(progress), to: batch.id, figures: figures, at: Sample.time(3))
      #expect(written?.progress == progress)
      #expect(try await fixture.store.batch(batch.id)?.progress == progress)
      #expect(try await fixture.reviews() == 1)
    }
  }

  /// Deleting jobs leaves the figures as they are; old figures go a few at a time, the rest and the versions stay.
  @Test func figuresOutliveJobs() async throws {
    try await withFixture { fixture in
      for minute in 0..<30 { try await fixture.store.insert(fixture.job(at: Double(minute) * 1_800)) }
      #expect(try await fixture.store.deleteJobs(endedBefore: Sample.time(1e6), limit: 100) == 30)
      #expect(try await fixture.reviews() == 30)
      let middle = Sample.time(15 * 1_800)
      #expect(try await fixture.store.deleteFigures(.quarter, startedBefore: middle, limit: 10) == 10)
      let rest = try await fixture.store.deleteFigures(.quarter, startedBefore: middle, limit: 10)
      #expect((5...6).contains(rest))
      #expect(try await fixture.store.deleteFigures(.quarter, startedBefore: middle, limit: 10) == 0)
      #expect(try await fixture.reviews() == Int64(20 - rest))
      #expect(try await fixture.store.deleteFigures(.minute, startedBefore: Sample.time(1e6), limit: 100) == 30)
      let versions = try await fixture.store.evaluatedVersions(
        of: .policy, fixture.policy, account: fixture.account)
      #expect(versions == [EvaluatedVersion(id: fixture.version, number: 1, first: Sample.time())])
    }
  }

  /// An account sees its own figures, deployments and jobs alone.
  @Test func accountsAreApart() async throws {
    try await withFixture { fixture in
      try await fixture.store.insert(fixture.job(at: 0))
      let other = Sample.account("other")
      try await fixture.store.insert(other)
      #expect(try await fixture.days(account: other.id).isEmpty)
      let versions = try await fixture.store.evaluatedVersions(of: .policy, fixture.policy, account: other.id)
      #expect(versions.isEmpty)
      let usage = try await fixture.store.usage(
        of: .policy, account: other.id, edges: [0, .max], span: .minute, rowLimit: 10)
      #expect(usage?.subjects.isEmpty == true)
      for range in [FigureRange(), FigureRange(start: 0)] {
        #expect(try await fixture.store.evaluatedSubjects(.policy, account: other.id, within: range).isEmpty)
        let own = try await fixture.store.evaluatedSubjects(.policy, account: fixture.account, within: range)
        #expect(own == [fixture.policy])
      }
      let deployments = try await fixture.store.deployments(
        policy: fixture.policy, account: other.id, within: nil, limit: 10)
      #expect(deployments.isEmpty)
      #expect(try await fixture.store.feedJobs(FeedRowQuery(limit: 10), account: other.id).isEmpty)
      #expect(try await fixture.store.feedJobs(FeedRowQuery(limit: 10), account: fixture.account).count == 1)
    }
  }

  /// More than a call is to read is told, not cut off.
  @Test func tellsWhereThereIsTooMuch() async throws {
    try await withFixture { fixture in
      for minute in 0..<3 { try await fixture.store.insert(fixture.job(at: Double(minute) * 60)) }
      let edges: [Int64] = [0, .max]
      for (limit, fits) in [(2, false), (3, true)] {
        let usage = try await fixture.store.usage(
          of: .policy, account: fixture.account, edges: edges, span: .minute, rowLimit: limit)
        #expect((usage != nil) == fits)
      }
      for (rows, outcomes, fits) in [(10, 0, false), (0, 10, false), (10, 10, true)] {
        let days = try await fixture.store.dailyFigures(
          of: .policy, fixture.policy, account: fixture.account, within: FigureRange(), rowLimit: rows,
          outcomeLimit: outcomes)
        #expect((days != nil) == fits)
      }
    }
  }

  /// What is asked for is answered from an index: no scan of a table, no sort.
  @Test func readsFromIndexes() async throws {
    func plan(_ sql: String, _ arguments: StatementArguments) async throws -> String {
      try await withStore { store in
        try await store.read { database in
          try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
            .map { try $0.decode(String.self, forColumn: "detail") }.joined(separator: "; ")
        }
      }
    }
    func plan(_ selection: FigureSelection) async throws -> String {
      try await plan(selection.sql, selection.arguments)
    }
    let account = UUID()
    let usage = FigureSelection(usageOf: .policy, account: account, from: 0, to: 1, span: .quarter)
    #expect(
      try await plan(usage)
        == "SEARCH figures USING PRIMARY KEY (account_id=? AND span=? AND start>? AND start<?)")
    let daily = FigureSelection(of: .policy, UUID(), account: account, within: FigureRange(start: 0, end: 1))
    #expect(
      try await plan(daily)
        == "SEARCH figures USING INDEX figures_by_subject (account_id=? AND subject_id=? AND span=? AND start>? AND start<?)"
    )
    let subjects = try await plan(
      FigureSelection(subjects: .policy, account: account, within: FigureRange(start: 0, end: 1)))
    #expect(subjects.contains("figures_by_subject (account_id=? AND subject_id=? AND span=? AND start>? AND start<?)"))
    #expect(!subjects.contains("SCAN"))
    let deletion = try await plan(FigureSelection.deletion, [1, 0, 10])
    #expect(deletion.contains("USING COVERING INDEX figures_by_start (span=? AND start<?)"))
    #expect(!deletion.contains("SCAN figures"))

    var query = FeedRowQuery(limit: 10)
    #expect(try await plan(FigureSelection(query, account: account)).hasSuffix("INDEX jobs_by_created (account_id=?)"))
    query.isOldestFirst = true
    query.after = PageCursor(created: Sample.time(), id: UUID())
    #expect(
      try await plan(FigureSelection(query, account: account))
        == "SEARCH jobs USING INDEX jobs_by_created (account_id=? AND (created,id)>(?,?))")
    query.policyID = UUID()
    #expect(
      try await plan(FigureSelection(query, account: account))
        == "SEARCH jobs USING INDEX jobs_by_policy (account_id=? AND policy_id=? AND (created,id)>(?,?))")
    query = FeedRowQuery(limit: 10)
    query.labelID = UUID()
    query.labelVersionID = UUID()
    #expect(
      try await plan(FigureSelection(query, account: account))
        == "SEARCH jobs USING INDEX jobs_by_label (account_id=? AND label_id=?)")
  }
}
