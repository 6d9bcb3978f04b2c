package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(
    _ batch: BatchRecord, webhook: WebhookDeliveryRecord?, openLimit: Int
  ) async throws -> Bool {
    try await write(weight: batch.name.utf8.count + 512 + (webhook?.weight ?? 0)) { database in
      let count = try database.cachedStatement(
        sql: "SELECT COUNT(*) FROM batches WHERE account_id = ? AND ended IS NULL")
      guard try Int.fetchOne(count, arguments: [batch.accountID]) ?? 0 < openLimit else { return false }
      try batch.insert(database)
      try webhook?.insert(database)
      return true
    }
  }

  package func batch(_ id: UUID) async throws -> BatchRecord? {
    try await readOne { try Self.batch(id, $0) }
  }

  package func batch(_ id: UUID, account: UUID) async throws -> BatchRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(BatchRecord.columns) FROM batches WHERE id = ? AND account_id = ?")
      return try Row.fetchOne(statement, arguments: [id, account]).map(BatchRecord.init(row:))
    }
  }

  package func batches(_ query: BatchRowQuery, account: UUID) async throws -> [BatchRecord] {
    var conditions = RowConditions()
    conditions.require("account_id = ?", [account])
    conditions.require("id", in: query.ids)
    conditions.require("state", in: query.states.map(\.rawValue))
    return try await readOne { [conditions] database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT \(BatchRecord.columns) FROM batches WHERE \(conditions.sql) ORDER BY created DESC, id DESC LIMIT ?
          """,
        arguments: conditions.arguments + [max(0, query.limit)])
      return try rows.map(BatchRecord.init(row:))
    }
  }

  package func apply(_ event: BatchEvent, to batch: UUID, at moment: Date) async throws -> BatchRecord? {
    try await apply(event, to: batch, figures: nil, at: moment)
  }

  package func apply(
    _ event: BatchEvent, to batch: UUID, figures counted: JobFigures?, at moment: Date
  ) async throws -> BatchRecord? {
    try await writeCounting { database, figures in
      // INVARIANT: there is one writer, so that nothing happens between the reading and the writing.
      guard var record = try Self.batch(batch, database), record.apply(event, at: moment.roundedToMicroseconds) else {
        return nil
      }
      try record.update(database)
      if let counted {
        figures.counted.append(FigureEntry(figures: counted, moment: moment.microsecondsSince1970))
      }
      return record
    }
  }

  package func startedBatches() async throws -> [BatchRecord] {
    try await readOne { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT \(BatchRecord.columns) FROM batches WHERE ended IS NULL AND state <> ? ORDER BY created, id
          """,
        arguments: [BatchState.initialized.rawValue])
      return try rows.map(BatchRecord.init(row:))
    }
  }

  package func idleBatches(createdBefore moment: Date) async throws -> [UUID] {
    try await readOne { database in
      try UUID.fetchAll(
        database, sql: "SELECT id FROM batches WHERE ended IS NULL AND state = ? AND created < ? ORDER BY created, id",
        arguments: [BatchState.initialized.rawValue, moment.microsecondsSince1970])
    }
  }

  package func deleteBatches(endedBefore moment: Date, limit: Int) async throws -> [UUID] {
    try await write { database in
      try UUID.fetchAll(
        database,
        sql: """
          DELETE FROM batches WHERE rowid IN (SELECT rowid FROM batches WHERE ended < ? ORDER BY ended LIMIT ?)
          RETURNING id
          """,
        arguments: [moment.microsecondsSince1970, max(0, limit)])
    }
  }

  private static func batch(_ id: UUID, _ database: Database) throws -> BatchRecord? {
    let statement = try database.cachedStatement(sql: "SELECT \(BatchRecord.columns) FROM batches WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map(BatchRecord.init(row:))
  }
}
