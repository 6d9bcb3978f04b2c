package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ job: JobRecord) async throws {
    try await writeCounting(weight: job.weight, isOneStatement: true) { database, figures in
      try job.insert(database)
      if let entry = job.entry { figures.counted.append(entry) }
    }
  }

  package func insert(_ jobs: [JobRecord]) async throws {
    if jobs.isEmpty { return }
    try await writeCounting(weight: jobs.reduce(0) { $0 + $1.weight }) { database, figures in
      for job in jobs { try job.insert(database) }
      figures.counted += jobs.compactMap(\.entry)
    }
  }

  package func start(job: UUID, at time: Date) async throws -> Bool {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: "UPDATE jobs SET state = 2, updated = ? WHERE id = ? AND state = 1")
      try statement.execute(arguments: [time.microsecondsSince1970, job])
      return database.changesCount == 1
    }
  }

  package func finish(job: UUID, state: JobState, results: Data?, at time: Date) async throws -> Bool {
    try await finish(job: job, state: state, results: results, counting: nil, at: time)
  }

  package func complete(job: UUID, results: Data?, figures: JobFigures?, at time: Date) async throws -> Bool {
    try await finish(job: job, state: .completed, results: results, counting: figures, at: time)
  }

  private func finish(
    job: UUID, state: JobState, results: Data?, counting counted: JobFigures?, at time: Date
  ) async throws -> Bool {
    guard state.isTerminal else {
      throw StoreError(.conflict, "a job ends completed, failed or canceled")
    }
    return try await writeCounting(weight: (results?.count ?? 0) + 256, isOneStatement: true) { database, figures in
      // INVARIANT: a job ends once. The guard is in the statement, so that no two callers both see it unfinished.
      let statement = try database.cachedStatement(
        sql: """
          UPDATE jobs SET state = ?1, results = ?2, updated = ?3, completed = ?3, request = NULL
          WHERE id = ?4 AND state IN (1, 2)
          """)
      try statement.execute(arguments: [state.rawValue, results, time.microsecondsSince1970, job])
      guard database.changesCount == 1 else { return false }
      if let counted {
        figures.counted.append(FigureEntry(figures: counted, moment: time.microsecondsSince1970))
      }
      return true
    }
  }

  package func job(_ id: UUID, account: UUID) async throws -> JobRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(JobRecord.columns) FROM jobs WHERE id = ? AND account_id = ?")
      return try Row.fetchOne(statement, arguments: [id, account]).map(JobRecord.init(row:))
    }
  }

  package func jobs(_ query: JobRowQuery, account: UUID) async throws -> [JobRecord] {
    let selection = JobSelection(query, account: account)
    return try await readOne { database in
      try Row.fetchAll(database, sql: selection.sql, arguments: selection.arguments).map(JobRecord.init(row:))
    }
  }

  package func unfinishedJob(_ id: UUID) async throws -> JobRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(JobRecord.columns) FROM jobs WHERE id = ? AND state < 3")
      return try Row.fetchOne(statement, arguments: [id]).map(JobRecord.init(row:))
    }
  }

  package func unfinishedJobs(limit: Int, after cursor: PageCursor?) async throws -> [JobRecord] {
    let selection = JobSelection(unfinishedAfter: cursor, limit: limit)
    return try await readOne { database in
      try Row.fetchAll(database, sql: selection.sql, arguments: selection.arguments).map(JobRecord.init(row:))
    }
  }

  package func deleteJobs(endedBefore end: Date, limit: Int) async throws -> Int {
    try await write { database in
      let statement = try database.cachedStatement(sql: JobSelection.deletion)
      try statement.execute(arguments: [end.microsecondsSince1970, max(0, limit)])
      return database.changesCount
    }
  }
}
