import Foundation
import GRDB

/// The figures of one transaction: what its jobs count is summed up in memory, and each row is written once.
///
/// INVARIANT: figures are written in the transaction that ends their jobs, so that the two never disagree.
struct FigureLedger {
  private typealias RowKey = FigureMemory.RowKey
  private typealias VersionKey = FigureMemory.VersionKey

  private var minutes: [RowKey: FigureTally] = [:]
  /// When each version was first evaluated, of what is counted here.
  private var firsts: [VersionKey: Int64] = [:]
  private var hasDeleted = false

  mutating func add(_ changes: FigureChanges) {
    hasDeleted = hasDeleted || changes.hasDeleted
    for entry in changes.counted { add(entry) }
  }

  private mutating func add(_ entry: FigureEntry) {
    let figures = entry.figures
    let minute = Self.minute(of: entry.moment)
    for series in FigureSeries.allCases where figures[series].reviews > 0 {
      let key = RowKey(
        accountID: figures.accountID, span: .minute, start: minute, subject: figures.subject, series: series)
      // In place: the sums of a policy of many labels are not to be copied for each job.
      minutes[key, default: FigureTally()].add(figures[series])
      let version = VersionKey(accountID: figures.accountID, subject: figures.subject)
      firsts[version] = min(firsts[version] ?? .max, entry.moment)
    }
  }

  /// - Parameter memory: knows the new sums afterwards: it has to forget them where the transaction is lost.
  /// - Throws: what SQLite throws: nothing of the transaction can then stay.
  func write(_ database: Database, remembering memory: inout FigureMemory) throws {
    if hasDeleted { memory.forget() }
    if minutes.isEmpty { return }
    var rows = minutes
    for (key, tally) in minutes {
      var quarter = key
      quarter.span = .quarter
      quarter.start = Self.floor(key.start, to: Int64(FigureSpan.quarter.rawValue))
      rows[quarter, default: FigureTally()].add(tally)
    }
    for (key, added) in rows {
      var tally = try memory.tally(at: key) ?? Self.kept(at: key, database) ?? FigureTally()
      tally.add(added)
      rows[key] = tally
      try Self.write(tally, at: key, database)
    }
    var earlier: [VersionKey: Int64] = [:]
    for (version, first) in firsts where first < memory.first(of: version) ?? .max {
      try Self.write(first, of: version, database)
      earlier[version] = first
    }
    memory.keep(rows: rows, firsts: earlier)
  }

  /// The whole minute, since 1970, that a moment is in.
  static func minute(of microseconds: Int64) -> Int64 { floor(microseconds, to: 60_000_000) / 60_000_000 }

  private static func floor(_ value: Int64, to unit: Int64) -> Int64 {
    let rest = value % unit
    return rest < 0 ? value - rest - unit : value - rest
  }

  private static func kept(at key: RowKey, _ database: Database) throws -> FigureTally? {
    let search = try database.cachedStatement(
      sql: """
        SELECT reviews, hits, tokens, labels FROM figures
        WHERE account_id = ? AND span = ? AND start = ? AND version_id = ? AND series = ?
        """)
    return try Row.fetchOne(
      search,
      arguments: [key.accountID, key.span.rawValue, key.start, key.subject.versionID, key.series.rawValue]
    ).map { try FigureTally(row: $0) }
  }

  private static func write(_ tally: FigureTally, at key: RowKey, _ database: Database) throws {
    let upsert = try database.cachedStatement(
      sql: """
        INSERT INTO figures
          (account_id, span, start, version_id, series, subject, subject_id, reviews, hits, tokens, labels)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          reviews = excluded.reviews, hits = excluded.hits, tokens = excluded.tokens, labels = excluded.labels
        """)
    try upsert.execute(arguments: [
      key.accountID, key.span.rawValue, key.start, key.subject.versionID, key.series.rawValue,
      key.subject.kind.rawValue, key.subject.id, tally.reviews, tally.hits, tally.tokens, tally.labelBytes,
    ])
  }

  private static func write(_ first: Int64, of version: VersionKey, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO evaluated_versions (account_id, subject, subject_id, version_id, first_evaluated)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET first_evaluated = excluded.first_evaluated
        WHERE excluded.first_evaluated < first_evaluated
        """)
    try statement.execute(arguments: [
      version.accountID, version.subject.kind.rawValue, version.subject.id, version.subject.versionID, first,
    ])
  }
}

extension FigureTally {
  /// Of the columns `reviews`, `hits`, `tokens`, `labels`, from `index` on.
  init(row: Row, at index: Int = 0) throws {
    self.init(
      reviews: try row.decode(atIndex: index), hits: try row.decode(atIndex: index + 1),
      tokens: try row.decode(atIndex: index + 2), labels: try Self.labels(try row.decode(atIndex: index + 3)))
  }
}
