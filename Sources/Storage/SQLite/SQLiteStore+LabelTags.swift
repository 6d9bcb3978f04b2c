package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ tag: LabelTagRecord, limit: Int) async throws {
    try await write { database in
      try Self.requireRoom(in: "label_tags", of: tag.accountID, limit: limit, database)
      let statement = try database.cachedStatement(
        sql: "INSERT INTO label_tags (id, account_id, name, color, created, updated) VALUES (?, ?, ?, ?, ?, ?)")
      try statement.execute(arguments: [
        tag.id, tag.accountID, tag.name, tag.color, tag.created.microsecondsSince1970,
        tag.updated.microsecondsSince1970,
      ])
    }
  }

  package func labelTags(account: UUID) async throws -> [LabelTagRecord] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(LabelTagRecord.columns) FROM label_tags WHERE account_id = ? ORDER BY name")
      return try Row.fetchAll(statement, arguments: [account]).map(LabelTagRecord.init(row:))
    }
  }

  package func update(labelTag: UUID, _ change: LabelTagChange, account: UUID) async throws -> LabelTagRecord? {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: """
          UPDATE label_tags SET name = COALESCE(?, name), color = COALESCE(?, color), updated = ?
          WHERE id = ? AND account_id = ?
          """)
      try statement.execute(arguments: [
        change.name, change.color, change.updated.microsecondsSince1970, labelTag, account,
      ])
      let search = try database.cachedStatement(
        sql: "SELECT \(LabelTagRecord.columns) FROM label_tags WHERE id = ? AND account_id = ?")
      return try Row.fetchOne(search, arguments: [labelTag, account]).map(LabelTagRecord.init(row:))
    }
  }

  package func deleteLabelTag(_ id: UUID, account: UUID) async throws -> Bool {
    try await write { database in
      let statement = try database.cachedStatement(sql: "DELETE FROM label_tags WHERE id = ? AND account_id = ?")
      try statement.execute(arguments: [id, account])
      return database.changesCount == 1
    }
  }

  package func setTags(_ tags: [UUID], label: UUID, account: UUID) async throws -> [LabelTagRecord]? {
    try await write { database in
      let owned = try Self.label(label, account: account, database)
      guard let owned, !owned.isDeleted else { return nil }
      try database.cachedStatement(sql: "DELETE FROM label_taggings WHERE label_id = ?").execute(arguments: [label])
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO label_taggings (label_id, tag_id) SELECT ?, id FROM label_tags WHERE id = ? AND account_id = ?
          """)
      for tag in tags {
        try statement.execute(arguments: [label, tag, account])
        guard database.changesCount == 1 else {
          throw StoreError(.notFound, "no label tag has the id \(tag.uuidString.lowercased())")
        }
      }
      return try Self.label(label, account: account, database)?.tags
    }
  }
}

extension LabelTagRecord {
  /// In the order `init(row:)` reads them.
  static let columns = names.map { "label_tags.\($0)" }.joined(separator: ", ")
  static let columnCount = names.count

  private static let names = ["id", "account_id", "name", "color", "created", "updated"]

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      name: try row.decode(atIndex: 2),
      color: try row.decode(atIndex: 3),
      created: try row.time(atIndex: 4),
      updated: try row.time(atIndex: 5))
  }
}
