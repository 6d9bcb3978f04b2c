package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ account: AccountRecord) async throws {
    try await write { database in
      try database.cachedStatement(sql: "INSERT INTO accounts (\(AccountRecord.columns)) VALUES (?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          account.id, account.name, account.created.microsecondsSince1970, account.email,
          account.updated?.microsecondsSince1970, account.termsAccepted?.microsecondsSince1970,
        ])
    }
  }

  package func account(named name: String) async throws -> AccountRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(sql: "SELECT \(AccountRecord.columns) FROM accounts WHERE name = ?")
      return try Row.fetchOne(statement, arguments: [name]).map(AccountRecord.init(row:))
    }
  }

  package func account(_ id: UUID) async throws -> AccountRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(sql: "SELECT \(AccountRecord.columns) FROM accounts WHERE id = ?")
      return try Row.fetchOne(statement, arguments: [id]).map(AccountRecord.init(row:))
    }
  }

  package func update(account: UUID, _ change: AccountChange) async throws -> AccountRecord? {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: """
          UPDATE accounts SET name = COALESCE(?, name), email = COALESCE(?, email), updated = ? WHERE id = ?
          RETURNING \(AccountRecord.columns)
          """)
      return try Row.fetchOne(
        statement, arguments: [change.name, change.email, change.updated.microsecondsSince1970, account]
      ).map(AccountRecord.init(row:))
    }
  }

  package func acceptTerms(account: UUID, at moment: Date) async throws -> Bool {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: "UPDATE accounts SET terms_accepted = COALESCE(terms_accepted, ?) WHERE id = ?")
      try statement.execute(arguments: [moment.microsecondsSince1970, account])
      return database.changesCount == 1
    }
  }
}

extension AccountRecord {
  /// In the order `init(row:)` reads them.
  fileprivate static let columns = "id, name, created, email, updated, terms_accepted"

  fileprivate init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      name: try row.decode(atIndex: 1),
      created: try row.time(atIndex: 2),
      email: try row.decode(atIndex: 3),
      updated: try row.optionalTime(atIndex: 4),
      termsAccepted: try row.optionalTime(atIndex: 5))
  }
}
