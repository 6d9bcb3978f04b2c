package import Foundation
import GRDB

extension SQLiteStore {
  package func user(_ id: UUID, account: UUID) async throws -> UserRecord? {
    try await readOne { try Self.user(id, account: account, $0) }
  }

  package func users(account: UUID) async throws -> [UserRecord] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(UserRecord.columns) FROM users WHERE account_id = ? ORDER BY email")
      return try Row.fetchAll(statement, arguments: [account]).map(UserRecord.init(row:))
    }
  }

  package func update(user: UUID, _ change: UserChange, account: UUID) async throws -> UserRecord? {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: """
          UPDATE users
          SET role = COALESCE(?, role), first_name = COALESCE(?, first_name), last_name = COALESCE(?, last_name),
            updated = ?
          WHERE id = ? AND account_id = ?
          RETURNING \(UserRecord.columns)
          """)
      let row = try Row.fetchOne(
        statement,
        arguments: [
          change.role?.rawValue, change.firstName, change.lastName, change.updated.microsecondsSince1970, user, account,
        ])
      guard let changed = try row.map(UserRecord.init(row:)) else { return nil }
      if let role = change.role {
        try database.cachedStatement(sql: "UPDATE keys SET role = ? WHERE user_id = ?")
          .execute(arguments: [role.rawValue, user])
        if role != .admin { try Self.requireAdmin(of: account, at: change.updated, database) }
      }
      return changed
    }
  }

  package func delete(user: UUID, account: UUID, at moment: Date) async throws -> UserRecord? {
    try await write { database in
      guard let found = try Self.user(user, account: account, database) else { return nil }
      let revocation = try database.cachedStatement(
        sql: """
          UPDATE keys SET user_id = NULL, updated = CASE state WHEN 'revoked' THEN updated ELSE ? END, state = 'revoked'
          WHERE user_id = ?
          """)
      try revocation.execute(arguments: [moment.microsecondsSince1970, user])
      try database.cachedStatement(sql: "DELETE FROM users WHERE id = ?").execute(arguments: [user])
      if found.role == .admin { try Self.requireAdmin(of: account, at: moment, database) }
      return found
    }
  }

  package func insert(
    _ key: KeyRecord, ofUser user: UUID, limit: Int
  ) async throws -> (key: KeyRecord, user: UserRecord)? {
    try await write { database in
      guard let owner = try Self.user(user, account: key.accountID, database) else {
        throw StoreError(.notFound, "there is no such user")
      }
      var key = key
      key.userID = owner.id
      key.role = owner.role
      return try Self.insert(key, limit: limit, database) ? (key, owner) : nil
    }
  }

  package func noteLogin(user: UUID, at moment: Date, unlessSince bound: Date) async throws {
    try await write(isOneStatement: true) { database in
      let statement = try database.cachedStatement(
        sql: "UPDATE users SET last_login = ? WHERE id = ? AND (last_login IS NULL OR last_login < ?)")
      try statement.execute(arguments: [moment.microsecondsSince1970, user, bound.microsecondsSince1970])
    }
  }

  package func resolve(
    tour: String, outcome: Int, of viewer: TourViewer, at moment: Date, limit: Int
  ) async throws -> Bool {
    try await write(weight: tour.utf8.count + 256) { database in
      let (column, id) = viewer.place
      let replacement = try database.cachedStatement(
        sql: "UPDATE tours SET outcome = ?, resolved = ? WHERE \(column) = ? AND tour = ?")
      try replacement.execute(arguments: [outcome, moment.microsecondsSince1970, id, tour])
      if database.changesCount == 1 { return true }
      let count = try database.cachedStatement(sql: "SELECT COUNT(*) FROM tours WHERE \(column) = ?")
      guard try Int.fetchOne(count, arguments: [id]) ?? 0 < limit else { return false }
      let statement = try database.cachedStatement(
        sql: "INSERT INTO tours (\(column), tour, outcome, resolved) VALUES (?, ?, ?, ?)")
      try statement.execute(arguments: [id, tour, outcome, moment.microsecondsSince1970])
      return true
    }
  }

  package func resolvedTours(of viewer: TourViewer) async throws -> [String] {
    let (column, id) = viewer.place
    return try await readOne { database in
      let statement = try database.cachedStatement(sql: "SELECT tour FROM tours WHERE \(column) = ? ORDER BY tour")
      return try String.fetchAll(statement, arguments: [id])
    }
  }

  /// Checks, after a change, that an account can still be administered.
  ///
  /// - Throws: `conflict` where no admin key of it is valid.
  static func requireAdmin(of account: UUID, at moment: Date, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM keys
          WHERE account_id = ? AND role = 'admin' AND state = 'enabled' AND (expires IS NULL OR expires > ?))
        """)
    guard try Bool.fetchOne(statement, arguments: [account, moment.microsecondsSince1970]) == true else {
      throw StoreError(.conflict, "it would leave the account without a valid admin key")
    }
  }

  private static func user(_ id: UUID, account: UUID, _ database: Database) throws -> UserRecord? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(UserRecord.columns) FROM users WHERE id = ? AND account_id = ?")
    return try Row.fetchOne(statement, arguments: [id, account]).map(UserRecord.init(row:))
  }
}

extension TourViewer {
  /// The column that names one, and what stands in it.
  fileprivate var place: (column: String, id: UUID) {
    switch self {
    case .user(let id): ("user_id", id)
    case .key(let id): ("key_id", id)
    }
  }
}
