package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(
    _ version: LabelVersionRecord, account: UUID, evenIfEqual: Bool
  ) async throws -> WrittenLabelVersion {
    try await write(weight: version.weight) { database in
      let label = try database.cachedStatement(
        sql: "SELECT 1 FROM labels WHERE id = ? AND account_id = ? AND is_deleted = 0")
      guard try Row.fetchOne(label, arguments: [version.labelID, account]) != nil else {
        throw StoreError(.notFound, "there is no such label")
      }
      if let parent = version.parentID {
        let search = try database.cachedStatement(sql: "SELECT 1 FROM label_versions WHERE id = ? AND label_id = ?")
        guard try Row.fetchOne(search, arguments: [parent, version.labelID]) != nil else {
          throw StoreError(.notFound, "the label has no version with the parent's id")
        }
      }
      // INVARIANT: looked for where it is written, so that no two callers both find none.
      if !evenIfEqual {
        let search = try database.cachedStatement(
          sql: """
            SELECT \(LabelVersionRecord.columns) FROM label_versions
            WHERE label_id = ? AND digest = ? ORDER BY number LIMIT 1
            """)
        if let row = try Row.fetchOne(search, arguments: [version.labelID, version.digest]) {
          return .equal(try LabelVersionRecord(row: row))
        }
      }
      let last = try database.cachedStatement(sql: "SELECT MAX(number) FROM label_versions WHERE label_id = ?")
      var numbered = version
      numbered.number = (try Int.fetchOne(last, arguments: [version.labelID]) ?? 0) + 1
      numbered.created = version.created.roundedToMicroseconds
      try numbered.insert(database)
      return .written(numbered)
    }
  }

  package func labelVersion(_ id: UUID, account: UUID) async throws -> LabelVersionRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(LabelVersionRecord.columns) FROM label_versions
          JOIN labels ON labels.id = label_versions.label_id
          WHERE label_versions.id = ? AND labels.account_id = ?
          """)
      return try Row.fetchOne(statement, arguments: [id, account]).map(LabelVersionRecord.init(row:))
    }
  }

  package func labelVersions(label: UUID, account: UUID, limit: Int) async throws -> [LabelVersionRecord] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(LabelVersionRecord.columns) FROM label_versions
          JOIN labels ON labels.id = label_versions.label_id
          WHERE label_versions.label_id = ? AND labels.account_id = ?
          ORDER BY label_versions.number DESC LIMIT ?
          """)
      return try Row.fetchAll(statement, arguments: [label, account, max(0, limit)]).map(LabelVersionRecord.init(row:))
    }
  }
}
