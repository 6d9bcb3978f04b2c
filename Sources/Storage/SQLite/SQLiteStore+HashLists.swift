package import Foundation
import GRDB

extension SQLiteStore {
  package func keep(_ list: HashListRecord, within limits: HashListUsage) async throws -> HashListChange {
    try await write { database in
      let beside = try HashListUsage(besides: list.name, account: list.accountID, in: database)
      guard beside.lists < limits.lists, beside.accountBytes + list.memoryBytes <= limits.accountBytes,
        beside.totalBytes + list.memoryBytes <= limits.totalBytes
      else { return .refused(beside) }
      let replaced = try HashListRecord.remove(named: list.name, account: list.accountID, in: database)
      let insertion = try database.cachedStatement(
        sql: """
          INSERT INTO hash_lists (\(HashListRecord.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      try insertion.execute(arguments: list.values)
      return .kept(replaced: replaced)
    }
  }

  package func removeHashList(named name: String, account: UUID) async throws -> HashListRecord? {
    try await write { try HashListRecord.remove(named: name, account: account, in: $0) }
  }

  package func hashLists(account: UUID) async throws -> [HashListRecord] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(HashListRecord.columns) FROM hash_lists WHERE account_id = ? ORDER BY name")
      return try Row.fetchAll(statement, arguments: [account]).map(HashListRecord.init(row:))
    }
  }

  package func hashListUsage(besides name: String, account: UUID) async throws -> HashListUsage {
    try await readOne { try HashListUsage(besides: name, account: account, in: $0) }
  }

  package func hashListIDs() async throws -> Set<UUID> {
    try await readOne { Set(try UUID.fetchAll($0, sql: "SELECT id FROM hash_lists")) }
  }

  package func hashListAccounts() async throws -> [UUID] {
    try await readOne { try UUID.fetchAll($0, sql: "SELECT DISTINCT account_id FROM hash_lists ORDER BY account_id") }
  }
}

extension HashListUsage {
  fileprivate init(besides name: String, account: UUID, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT COUNT(*) FILTER (WHERE account_id = ?1), COALESCE(SUM(memory_bytes) FILTER (WHERE account_id = ?1), 0),
          COALESCE(SUM(memory_bytes), 0)
        FROM hash_lists WHERE account_id <> ?1 OR name <> ?2
        """)
    guard let row = try Row.fetchOne(statement, arguments: [account, name]) else {
      self.init(lists: 0, accountBytes: 0, totalBytes: 0)
      return
    }
    self.init(
      lists: try row.decode(atIndex: 0), accountBytes: try row.decode(atIndex: 1),
      totalBytes: try row.decode(atIndex: 2))
  }
}

extension HashListRecord {
  fileprivate static func remove(
    named name: String, account: UUID, in database: Database
  ) throws -> HashListRecord? {
    let deletion = try database.cachedStatement(
      sql: "DELETE FROM hash_lists WHERE account_id = ? AND name = ? RETURNING \(Self.columns)")
    return try Row.fetchOne(deletion, arguments: [account, name]).map(HashListRecord.init(row:))
  }
}
