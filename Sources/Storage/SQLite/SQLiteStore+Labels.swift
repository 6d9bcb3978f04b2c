package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ label: LabelRecord, version: LabelVersionRecord?) async throws {
    guard version == nil || version?.labelID == label.id else {
      throw StoreError(.conflict, "the version belongs to another label")
    }
    var first = version
    first?.number = 1
    try await write(weight: (first?.weight ?? 0) + 512) { [first] database in
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO labels
            (id, account_id, name, description, is_disabled, is_deleted, archived, created, updated)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      try statement.execute(arguments: [
        label.id, label.accountID, label.name, label.description, label.isDisabled, label.isDeleted,
        label.archived?.microsecondsSince1970, label.created.microsecondsSince1970,
        label.updated.microsecondsSince1970,
      ])
      try first?.insert(database)
    }
  }

  package func label(_ id: UUID, account: UUID) async throws -> LabelRecord? {
    try await read { try Self.label(id, account: account, $0) }
  }

  package func labels(_ query: LabelRowQuery, account: UUID) async throws -> [LabelRecord] {
    var conditions = RowConditions()
    conditions.require("labels.account_id = ?", [account])
    conditions.require("labels.is_deleted = 0")
    if !query.includesArchived { conditions.require("labels.archived IS NULL") }
    if !query.tags.isEmpty {
      var bearing = RowConditions()
      bearing.require("tag_id", in: query.tags)
      conditions.require(
        "labels.id IN (SELECT label_id FROM label_taggings WHERE \(bearing.sql))", bearing.arguments)
    }
    if let cursor = query.after {
      conditions.require(
        "(labels.created, labels.id) < (?, ?)", [cursor.created.microsecondsSince1970, cursor.id])
    }
    return try await read { [conditions] in try Self.labels(conditions, limit: max(0, query.limit), $0) }
  }

  package func update(label: UUID, _ change: LabelChange, account: UUID) async throws -> LabelRecord? {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: """
          UPDATE labels
          SET name = COALESCE(?1, name), is_disabled = COALESCE(?2, is_disabled),
            is_deleted = COALESCE(?3, is_deleted),
            archived = CASE ?4 WHEN 1 THEN COALESCE(archived, ?5) WHEN 0 THEN NULL ELSE archived END,
            updated = ?5
          WHERE id = ?6 AND account_id = ?7 AND is_deleted = 0
          """)
      try statement.execute(arguments: [
        change.name, change.isDisabled, change.isDeleted, change.isArchived, change.updated.microsecondsSince1970,
        label, account,
      ])
      guard database.changesCount == 1 else { return nil }
      return try Self.label(label, account: account, database)
    }
  }

  static func label(_ id: UUID, account: UUID, _ database: Database) throws -> LabelRecord? {
    var conditions = RowConditions()
    conditions.require("labels.id = ?", [id])
    conditions.require("labels.account_id = ?", [account])
    return try labels(conditions, limit: 1, database).first
  }

  /// Newest first.
  private static func labels(_ conditions: RowConditions, limit: Int, _ database: Database) throws -> [LabelRecord] {
    let chosen = """
      SELECT id, account_id, name, description, is_disabled, is_deleted, archived, created, updated FROM labels
      WHERE \(conditions.sql) ORDER BY created DESC, id DESC LIMIT ?
      """
    let arguments = conditions.arguments + [limit]
    let rows = try Row.fetchAll(database, sql: chosen, arguments: arguments)
    let taggings = try Row.fetchAll(
      database,
      sql: """
        SELECT \(LabelTagRecord.columns), label_taggings.label_id FROM (\(chosen)) AS chosen
        JOIN label_taggings ON label_taggings.label_id = chosen.id
        JOIN label_tags ON label_tags.id = label_taggings.tag_id
        ORDER BY label_tags.name
        """,
      arguments: arguments)
    var tags: [UUID: [LabelTagRecord]] = [:]
    for row in taggings {
      tags[try row.decode(atIndex: LabelTagRecord.columnCount), default: []].append(try LabelTagRecord(row: row))
    }
    return try rows.map { row in
      let id: UUID = try row.decode(atIndex: 0)
      return LabelRecord(
        id: id, accountID: try row.decode(atIndex: 1), name: try row.decode(atIndex: 2),
        description: try row.decode(atIndex: 3), isDisabled: try row.decode(atIndex: 4),
        isDeleted: try row.decode(atIndex: 5), archived: try row.optionalTime(atIndex: 6),
        created: try row.time(atIndex: 7), updated: try row.time(atIndex: 8), tags: tags[id] ?? [])
    }
  }
}
