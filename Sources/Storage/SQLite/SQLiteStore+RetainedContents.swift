package import Foundation
import GRDB

extension SQLiteStore {
  package func retain(
    _ contents: [RetainedContent], account: UUID, at moment: Date, limits: RetainedContentLimits
  ) async throws {
    if contents.isEmpty { return }
    try await write(weight: contents.reduce(0) { $0 + $1.data.count + 256 }) { database in
      let renewal = try database.cachedStatement(
        sql: "UPDATE retained_contents SET kept = ? WHERE account_id = ? AND hash = ?")
      let insertion = try database.cachedStatement(
        sql: "INSERT INTO retained_contents (account_id, hash, size, kept, data) VALUES (?, ?, ?, ?, ?)")
      for content in contents where content.data.count <= limits.bytes {
        // The same hash is the same content: its bytes are not written again.
        try renewal.execute(arguments: [moment.microsecondsSince1970, account, content.hash])
        guard database.changesCount == 0 else { continue }
        try insertion.execute(arguments: [
          account, content.hash, content.data.count, moment.microsecondsSince1970, content.data,
        ])
      }
      try Self.dropOldest(of: account, limits: limits, database)
    }
  }

  package func retainedContents(
    hashes: [String], account: UUID, byteLimit: Int
  ) async throws -> [String: Data] {
    if hashes.isEmpty { return [:] }
    var conditions = RowConditions()
    conditions.require("account_id = ?", [account])
    conditions.require("hash", in: Array(Set(hashes)))
    return try await read { [conditions] database in
      let size = try Int.fetchOne(
        database, sql: "SELECT COALESCE(SUM(size), 0) FROM retained_contents WHERE \(conditions.sql)",
        arguments: conditions.arguments)
      guard size ?? 0 <= byteLimit else {
        throw StoreError(.conflict, "these are more than \(byteLimit) bytes together: ask for fewer at once")
      }
      let rows = try Row.fetchAll(
        database, sql: "SELECT hash, data FROM retained_contents WHERE \(conditions.sql)",
        arguments: conditions.arguments)
      return try rows.reduce(into: [:]) { $0[try $1.decode(atIndex: 0)] = try $1.decode(Data.self, atIndex: 1) }
    }
  }

  package func retainedHashes(_ hashes: [String], account: UUID) async throws -> Set<String> {
    if hashes.isEmpty { return [] }
    var conditions = RowConditions()
    conditions.require("account_id = ?", [account])
    conditions.require("hash", in: Array(Set(hashes)))
    return try await readOne { [conditions] database in
      Set(
        try String.fetchAll(
          database, sql: "SELECT hash FROM retained_contents WHERE \(conditions.sql)",
          arguments: conditions.arguments))
    }
  }

  package func deleteRetainedContents(keptBefore moment: Date, limit: Int) async throws -> Int {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: """
          DELETE FROM retained_contents WHERE rowid IN (
            SELECT rowid FROM retained_contents WHERE kept < ? ORDER BY kept LIMIT ?)
          """)
      try statement.execute(arguments: [moment.microsecondsSince1970, max(0, limit)])
      return database.changesCount
    }
  }

  /// As many rows as came too many are dropped, so that this is no longer a write than the one before it.
  private static func dropOldest(
    of account: UUID, limits: RetainedContentLimits, _ database: Database
  ) throws {
    let totals = try database.cachedStatement(sql: "SELECT count, bytes FROM retained_totals WHERE account_id = ?")
    let oldest = try database.cachedStatement(
      sql: "SELECT rowid FROM retained_contents WHERE account_id = ? ORDER BY kept, rowid LIMIT 1")
    let deletion = try database.cachedStatement(sql: "DELETE FROM retained_contents WHERE rowid = ?")
    while let row = try Row.fetchOne(totals, arguments: [account]),
      try row.decode(Int.self, atIndex: 0) > limits.count || row.decode(Int.self, atIndex: 1) > limits.bytes,
      let id = try Int64.fetchOne(oldest, arguments: [account])
    {
      try deletion.execute(arguments: [id])
    }
  }
}
