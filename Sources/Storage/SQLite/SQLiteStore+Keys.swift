package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ key: KeyRecord) async throws {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: "INSERT INTO keys (\(KeyRecord.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      try statement.execute(arguments: key.values)
    }
  }

  package func key(hash: Data) async throws -> KeyRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(sql: "SELECT \(KeyRecord.columns) FROM keys WHERE hash = ?")
      return try Row.fetchOne(statement, arguments: [hash]).map(KeyRecord.init(row:))
    }
  }

  package func keys(account: UUID) async throws -> [KeyRecord] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(KeyRecord.columns) FROM keys WHERE account_id = ? ORDER BY created DESC, id DESC
          """)
      return try Row.fetchAll(statement, arguments: [account]).map(KeyRecord.init(row:))
    }
  }

  package func setState(_ state: KeyState, key: UUID, account: UUID, at moment: Date) async throws -> KeyRecord? {
    try await write { database in
      let change = try database.cachedStatement(
        sql: """
          UPDATE keys SET state = ?1, updated = ?4
          WHERE id = ?2 AND account_id = ?3 AND (state <> 'revoked' OR ?1 = 'revoked')
          RETURNING \(KeyRecord.columns)
          """)
      if let row = try Row.fetchOne(change, arguments: [state.rawValue, key, account, moment.microsecondsSince1970]) {
        return try KeyRecord(row: row)
      }
      let search = try database.cachedStatement(sql: "SELECT 1 FROM keys WHERE id = ? AND account_id = ?")
      if try Row.fetchOne(search, arguments: [key, account]) != nil {
        throw StoreError(.conflict, "the key is revoked, which is final")
      }
      return nil
    }
  }
}
