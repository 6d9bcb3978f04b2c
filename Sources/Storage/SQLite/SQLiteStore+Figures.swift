package import Foundation
import GRDB

extension SQLiteStore {
  package func usage(
    of kind: FigureSubject.Kind, account: UUID, edges: [Int64], span: FigureSpan, rowLimit: Int
  ) async throws -> UsageFigures? {
    guard let start = edges.first, let end = edges.last, edges.count > 1 else {
      return UsageFigures(buckets: [], subjects: [:])
    }
    let selection = FigureSelection(usageOf: kind, account: account, from: start, to: end, span: span)
    return try await readOne { database in
      let rows = try Row.fetchCursor(database, sql: selection.sql, arguments: selection.arguments)
      var usage = UsageFigures(buckets: Array(repeating: SeriesFigures(), count: edges.count - 1), subjects: [:])
      var bucket = 0
      var count = 0
      while let row = try rows.next() {
        count += 1
        if count > rowLimit { return nil }
        let start: Int64 = try row.decode(atIndex: 0)
        // INVARIANT: the rows come in the order of their starts, from the first edge on and before the last.
        while bucket < edges.count - 2, start >= edges[bucket + 1] { bucket += 1 }
        let subject: UUID = try row.decode(atIndex: 1)
        let series = try row.choice(FigureSeries.self, atIndex: 2)
        let reviews: Int64 = try row.decode(atIndex: 3)
        let tokens: Int64 = try row.decode(atIndex: 4)
        usage.buckets[bucket].add(reviews: reviews, tokens: tokens, of: series)
        usage.subjects[subject, default: SeriesFigures()].add(reviews: reviews, tokens: tokens, of: series)
      }
      return usage
    }
  }

  package func dailyFigures(
    of kind: FigureSubject.Kind, _ subject: UUID, account: UUID, within range: FigureRange, rowLimit: Int,
    outcomeLimit: Int
  ) async throws -> [DailyFigures]? {
    let selection = FigureSelection(of: kind, subject, account: account, within: range)
    return try await readOne { database in
      let rows = try Row.fetchCursor(database, sql: selection.sql, arguments: selection.arguments)
      var days: [DailyFigures] = []
      /// Where the figures of each version are among the current day's.
      var places: [UUID: Int] = [:]
      var count = 0
      var outcomes = 0
      while let row = try rows.next() {
        count += 1
        if count > rowLimit { return nil }
        let minute: Int64 = try row.decode(atIndex: 0)
        let day = minute >= 0 ? minute / 1_440 : (minute - 1_439) / 1_440
        if days.last?.day != day { places = [:] }
        let version: UUID = try row.decode(atIndex: 1)
        let tally = try FigureTally(row: row, at: 2)
        if let place = places[version] {
          days[place].tally.add(tally)
        } else {
          outcomes += tally.labels.count
          if outcomes > outcomeLimit { return nil }
          places[version] = days.count
          days.append(DailyFigures(day: day, versionID: version, tally: tally))
        }
      }
      return days
    }
  }

  package func evaluatedVersions(
    of kind: FigureSubject.Kind, _ subject: UUID, account: UUID
  ) async throws -> [EvaluatedVersion] {
    let versions = kind == .policy ? "policy_versions" : "label_versions"
    return try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT version_id, first_evaluated, versions.number
          FROM evaluated_versions JOIN \(versions) AS versions ON versions.id = evaluated_versions.version_id
          WHERE account_id = ? AND subject = ? AND subject_id = ? ORDER BY first_evaluated, versions.number
          """)
      return try Row.fetchAll(statement, arguments: [account, kind.rawValue, subject]).map { row in
        EvaluatedVersion(
          id: try row.decode(atIndex: 0), number: try row.decode(atIndex: 2), first: try row.time(atIndex: 1))
      }
    }
  }

  package func evaluatedSubjects(
    _ kind: FigureSubject.Kind, account: UUID, within range: FigureRange
  ) async throws -> [UUID] {
    let selection = FigureSelection(subjects: kind, account: account, within: range)
    return try await readOne { database in
      try UUID.fetchAll(database, sql: selection.sql, arguments: selection.arguments)
    }
  }

  package func deleteFigures(_ span: FigureSpan, startedBefore moment: Date, limit: Int) async throws -> Int {
    try await writeCounting { database, figures in
      let statement = try database.cachedStatement(sql: FigureSelection.deletion)
      try statement.execute(arguments: [
        span.rawValue, FigureLedger.minute(of: moment.microsecondsSince1970), max(0, limit),
      ])
      figures.hasDeleted = true
      return database.changesCount
    }
  }

  package func feedJobs(_ query: FeedRowQuery, account: UUID) async throws -> [JobRecord] {
    let selection = FigureSelection(query, account: account)
    return try await readOne { database in
      try Row.fetchAll(database, sql: selection.sql, arguments: selection.arguments).map(JobRecord.init(row:))
    }
  }
}
