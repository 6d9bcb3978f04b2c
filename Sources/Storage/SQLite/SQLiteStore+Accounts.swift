package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ account: AccountRecord) async throws {
    try await write { database in
      try database.cachedStatement(sql: "INSERT INTO accounts (id, name, created) VALUES (?, ?, ?)")
        .execute(arguments: [account.id, account.name, account.created.microsecondsSince1970])
    }
  }

  package func account(named name: String) async throws -> AccountRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(sql: "SELECT id, name, created FROM accounts WHERE name = ?")
      return try Row.fetchOne(statement, arguments: [name]).map(AccountRecord.init(row:))
    }
  }

  package func account(_ id: UUID) async throws -> AccountRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(sql: "SELECT id, name, created FROM accounts WHERE id = ?")
      return try Row.fetchOne(statement, arguments: [id]).map(AccountRecord.init(row:))
    }
  }
}

extension AccountRecord {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      name: try row.decode(atIndex: 1),
      created: try row.time(atIndex: 2))
  }
}
