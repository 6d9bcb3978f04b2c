package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ key: KeyRecord) async throws {
    try await write { try key.insert($0) }
  }

  package func insert(_ key: KeyRecord, limit: Int) async throws -> Bool {
    try await write { try Self.insert(key, limit: limit, $0) }
  }

  static func insert(_ key: KeyRecord, limit: Int, _ database: Database) throws -> Bool {
    let dead = try database.cachedStatement(
      sql: """
        DELETE FROM keys WHERE id IN (
          SELECT id FROM keys WHERE account_id = ?1 AND (state = 'revoked' OR expires <= ?2)
          ORDER BY created DESC, id DESC LIMIT -1 OFFSET ?3)
        """)
    let now = key.created.microsecondsSince1970
    try dead.execute(arguments: [key.accountID, now, limit])
    let valid = try database.cachedStatement(
      sql: """
        SELECT COUNT(*) FROM keys WHERE account_id = ? AND state <> 'revoked' AND (expires IS NULL OR expires > ?)
        """)
    guard try Int.fetchOne(valid, arguments: [key.accountID, now]) ?? 0 < limit else { return false }
    try key.insert(database)
    return true
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

  package func setState(
    _ state: KeyState, key: UUID, account: UUID, at moment: Date, keepingAdmin: Bool
  ) async throws -> KeyRecord? {
    try await write { database in
      let change = try database.cachedStatement(
        sql: """
          UPDATE keys SET state = ?1, updated = ?4
          WHERE id = ?2 AND account_id = ?3 AND (state <> 'revoked' OR ?1 = 'revoked')
          RETURNING \(KeyRecord.columns)
          """)
      if let row = try Row.fetchOne(change, arguments: [state.rawValue, key, account, moment.microsecondsSince1970]) {
        if keepingAdmin, state != .enabled { try Self.requireAdmin(of: account, at: moment, database) }
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

extension KeyRecord {
  fileprivate func insert(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO keys (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: values)
  }
}
