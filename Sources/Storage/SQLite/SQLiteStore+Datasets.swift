package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ dataset: DatasetRecord, limits: DatasetLimits) async throws {
    try await write(weight: dataset.notes.utf8.count + 512) { database in
      try Self.requireRoom(in: "datasets", of: dataset.accountID, limit: limits.datasets, database)
      let statement = try database.cachedStatement(
        sql: "INSERT INTO datasets (id, account_id, name, notes, created, updated) VALUES (?, ?, ?, ?, ?, ?)")
      try statement.execute(arguments: [
        dataset.id, dataset.accountID, dataset.name, dataset.notes, dataset.created.microsecondsSince1970,
        dataset.updated.microsecondsSince1970,
      ])
    }
  }

  package func dataset(_ id: UUID, account: UUID) async throws -> DatasetRecord? {
    try await readOne { try Self.dataset(id, account: account, $0) }
  }

  package func datasets(account: UUID) async throws -> [DatasetRecord] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(DatasetRecord.columns) FROM datasets WHERE account_id = ? ORDER BY created DESC, id DESC
          """)
      return try Row.fetchAll(statement, arguments: [account]).map(DatasetRecord.init(row:))
    }
  }

  package func update(dataset: UUID, _ change: DatasetChange, account: UUID) async throws -> DatasetRecord {
    try await write(weight: (change.notes?.utf8.count ?? 0) + 512) { database in
      let statement = try database.cachedStatement(
        sql: """
          UPDATE datasets SET name = COALESCE(?, name), notes = COALESCE(?, notes), updated = ?
          WHERE id = ? AND account_id = ?
          """)
      try statement.execute(arguments: [
        change.name, change.notes, change.updated.microsecondsSince1970, dataset, account,
      ])
      return try Self.requireDataset(dataset, account: account, database)
    }
  }

  package func deleteDataset(_ id: UUID, account: UUID) async throws -> Bool {
    try await write { database in
      let statement = try database.cachedStatement(sql: "DELETE FROM datasets WHERE id = ? AND account_id = ?")
      try statement.execute(arguments: [id, account])
      guard database.changesCount == 1 else { return false }
      try database.cachedStatement(sql: "UPDATE policies SET dataset_id = NULL WHERE account_id = ? AND dataset_id = ?")
        .execute(arguments: [account, id.uuidString.lowercased()])
      return true
    }
  }

  /// - Throws: `notFound`.
  @discardableResult
  static func requireDataset(_ id: UUID, account: UUID, _ database: Database) throws -> DatasetRecord {
    guard let dataset = try dataset(id, account: account, database) else {
      throw StoreError(.notFound, "no dataset has the id \(id.uuidString.lowercased())")
    }
    return dataset
  }

  private static func dataset(_ id: UUID, account: UUID, _ database: Database) throws -> DatasetRecord? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(DatasetRecord.columns) FROM datasets WHERE id = ? AND account_id = ?")
    return try Row.fetchOne(statement, arguments: [id, account]).map(DatasetRecord.init(row:))
  }
}

extension DatasetRecord {
  /// In the order `init(row:)` reads them.
  fileprivate static let columns = "id, account_id, name, notes, created, updated"

  fileprivate init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      name: try row.decode(atIndex: 2),
      notes: try row.decode(atIndex: 3),
      created: try row.time(atIndex: 4),
      updated: try row.time(atIndex: 5))
  }
}
