package import Foundation
import GRDB

extension SQLiteStore {
  package func contentID(hash: String, account: UUID) async throws -> UUID? {
    try await readOne { database in
      let statement = try database.cachedStatement(sql: "SELECT id FROM contents WHERE account_id = ? AND hash = ?")
      return try UUID.fetchOne(statement, arguments: [account, hash])
    }
  }

  package func append(
    _ items: [LabelDatasetItemRecord], label: UUID, account: UUID, limit: Int
  ) async throws -> [LabelDatasetAddition] {
    try await write(weight: items.reduce(512) { $0 + $1.weight }) { database in
      let owned = try database.cachedStatement(
        sql: "SELECT 1 FROM labels WHERE id = ? AND account_id = ? AND is_deleted = 0")
      guard try Row.fetchOne(owned, arguments: [label, account]) != nil else {
        throw StoreError(.notFound, "there is no such label")
      }
      let count = try database.cachedStatement(sql: "SELECT COUNT(*) FROM label_dataset_items WHERE label_id = ?")
      var room = limit - (try Int.fetchOne(count, arguments: [label]) ?? 0)
      return try items.map { try Self.append($0, label: label, account: account, room: &room, database) }
    }
  }

  private static func append(
    _ item: LabelDatasetItemRecord, label: UUID, account: UUID, room: inout Int, _ database: Database
  ) throws -> LabelDatasetAddition {
    let content = try database.cachedStatement(sql: "SELECT 1 FROM contents WHERE id = ? AND account_id = ?")
    guard try Row.fetchOne(content, arguments: [item.contentID, account]) != nil else { return .contentMissing }
    let twin = try database.cachedStatement(
      sql: """
        SELECT \(LabelDatasetItemRecord.columns) FROM label_dataset_items AS items
        WHERE label_id = ? AND content_id = ?
        """)
    if let row = try Row.fetchOne(twin, arguments: [label, item.contentID]) {
      return .duplicate(try LabelDatasetItemRecord(row: row))
    }
    guard room > 0 else { return .full }
    room -= 1
    var kept = item
    kept.labelID = label
    kept.created = item.created.roundedToMicroseconds
    kept.updated = item.updated.roundedToMicroseconds
    try kept.insert(database)
    return .added(kept)
  }

  package func labelDatasetItems(
    _ selection: LabelDatasetSelection, page: LabelDatasetPage, account: UUID
  ) async throws -> [LabelDatasetItemRow] {
    let (sql, arguments) = LabelItemSelection(selection, account: account).rows(page)
    return try await readOne { try Row.fetchAll($0, sql: sql, arguments: arguments).map(LabelDatasetItemRow.init) }
  }

  package func labelDatasetItemIDs(
    _ selection: LabelDatasetSelection, page: LabelDatasetPage, account: UUID
  ) async throws -> [PageCursor] {
    var page = page
    page.order = .created
    let (sql, arguments) = LabelItemSelection(selection, account: account).rows(page, "items.created, items.id")
    return try await readOne { database in
      try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
        PageCursor(created: try row.time(atIndex: 0), id: try row.decode(atIndex: 1))
      }
    }
  }

  package func labelDatasetItemCount(_ selection: LabelDatasetSelection, account: UUID) async throws -> Int {
    let (sql, arguments) = LabelItemSelection(selection, account: account).statement("COUNT(*)")
    return try await readOne { try Int.fetchOne($0, sql: sql, arguments: arguments) ?? 0 }
  }

  package func labelDatasetItems(_ ids: [UUID], account: UUID) async throws -> [LabelDatasetItemRow] {
    let rows = try await readOne { try Self.itemRows(ids, label: nil, account: account, $0) }
    return ids.compactMap { rows[$0] }
  }

  package func updateExpectations(
    _ changes: [(item: UUID, change: ExpectationChange)], label: UUID?, account: UUID
  ) async throws -> [LabelDatasetItemRow?] {
    try await write(weight: changes.reduce(512) { $0 + ($1.change.notes?.utf8.count ?? 0) + 256 }) { database in
      for (item, change) in changes {
        try Self.update(
          "label_dataset_items.id = ? AND label_id IN (\(Self.ownLabels(label)))",
          [item, account] + (label.map { [$0] } ?? StatementArguments()), isUsual: true, change, database)
      }
      let rows = try Self.itemRows(changes.map(\.item), label: label, account: account, database)
      return changes.map { rows[$0.item] }
    }
  }

  package func updateExpectations(
    _ selection: LabelDatasetSelection, _ change: ExpectationChange, account: UUID
  ) async throws -> Int {
    let (sql, arguments) = LabelItemSelection(selection, account: account).statement("items.id")
    return try await write { database in
      try Self.update("id IN (\(sql))", arguments, isUsual: false, change, database)
      return database.changesCount
    }
  }

  package func removeLabelDatasetItems(_ ids: [UUID], label: UUID?, account: UUID) async throws -> Int {
    try await remove(LabelItemSelection(ids: ids, label: label, account: account))
  }

  package func removeLabelDatasetItems(_ selection: LabelDatasetSelection, account: UUID) async throws -> Int {
    try await remove(LabelItemSelection(selection, account: account))
  }

  private func remove(_ selection: LabelItemSelection) async throws -> Int {
    let (sql, arguments) = selection.statement("items.id")
    return try await write { database in
      try database.execute(sql: "DELETE FROM label_dataset_items WHERE id IN (\(sql))", arguments: arguments)
      return database.changesCount
    }
  }

  /// Bound to the account, and to the label where there is one.
  private static func ownLabels(_ label: UUID?) -> String {
    "SELECT id FROM labels WHERE account_id = ? AND is_deleted = 0" + (label == nil ? "" : " AND id = ?")
  }

  /// - Parameter isUsual: whether the condition is one of a few: a cached statement stays for good.
  private static func update(
    _ condition: String, _ arguments: StatementArguments, isUsual: Bool, _ change: ExpectationChange,
    _ database: Database
  ) throws {
    let moment = change.updated.microsecondsSince1970
    let sql = """
      UPDATE label_dataset_items
      SET expectation_set = CASE WHEN expected IS ? THEN expectation_set ELSE ? END, expected = ?,
        notes = COALESCE(?, notes), updated = ?
      WHERE \(condition)
      """
    let statement = try isUsual ? database.cachedStatement(sql: sql) : database.makeStatement(sql: sql)
    let expected = change.expected?.rawValue
    try statement.execute(arguments: [expected, moment, expected, change.notes, moment] + arguments)
  }

  static func itemRows(
    _ ids: [UUID], label: UUID?, account: UUID, _ database: Database
  ) throws -> [UUID: LabelDatasetItemRow] {
    let (sql, arguments) = LabelItemSelection(ids: ids, label: label, account: account).rows
    let rows = try Row.fetchAll(database, sql: sql, arguments: arguments).map(LabelDatasetItemRow.init)
    return Dictionary(rows.map { ($0.item.id, $0) }) { first, _ in first }
  }
}
