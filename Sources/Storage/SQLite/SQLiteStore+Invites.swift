package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ invite: InviteRecord, limit: Int) async throws -> InviteInsertion {
    try await write(weight: 1_024) { database in
      let account = invite.accountID
      func holds(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments) != nil
      }
      if try holds("SELECT 1 FROM invites WHERE id = ?", [invite.id]) { return .idIsTaken }
      if try holds("SELECT 1 FROM users WHERE account_id = ? AND email = ?", [account, invite.email]) {
        return .isUser
      }
      let now = invite.created.microsecondsSince1970
      let isInvited = try holds(
        "SELECT 1 FROM invites WHERE account_id = ? AND email = ? AND accepted IS NULL AND expires > ?",
        [account, invite.email, now])
      if isInvited { return .isInvited }
      // Before anything is let go of: an invite that makes room for this one leaves it room.
      if try Self.count(of: "users", account: account, database) >= limit { return .isFull }
      try database.cachedStatement(sql: "DELETE FROM invites WHERE account_id = ? AND email = ?")
        .execute(arguments: [account, invite.email])
      if try Self.count(of: "invites", account: account, database) >= limit { return .isFull }
      try invite.insert(database)
      return .kept
    }
  }

  package func invites(account: UUID) async throws -> [InviteRecord] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(InviteRecord.columns) FROM invites WHERE account_id = ? ORDER BY created DESC, id DESC")
      return try Row.fetchAll(statement, arguments: [account]).map(InviteRecord.init(row:))
    }
  }

  package func renew(
    invite: UInt32, codeHash: Data, expires: Date, account: UUID, at moment: Date
  ) async throws -> InviteRecord? {
    try await write { database in
      let search = try database.cachedStatement(
        sql: "SELECT \(InviteRecord.columns) FROM invites WHERE id = ? AND account_id = ?")
      guard var record = try Row.fetchOne(search, arguments: [invite, account]).map(InviteRecord.init(row:)) else {
        return nil
      }
      guard record.apply(.renewed(codeHash: codeHash, expires: expires), at: moment) else {
        throw StoreError(.conflict, "the invite was accepted, which is final")
      }
      try record.update(database)
      return record
    }
  }

  package func delete(invite: UInt32, account: UUID) async throws -> Bool {
    try await write(isOneStatement: true) { database in
      let statement = try database.cachedStatement(sql: "DELETE FROM invites WHERE id = ? AND account_id = ?")
      try statement.execute(arguments: [invite, account])
      return database.changesCount == 1
    }
  }

  package func accept(
    codeHash: Data, at moment: Date, keyLimit: Int, userLimit: Int,
    make: @escaping @Sendable (InviteRecord) -> (user: UserRecord, key: KeyRecord)
  ) async throws -> (user: UserRecord, key: KeyRecord)? {
    // Whoever has no code writes nothing, and does not hold up those who write.
    let isKnown = try await readOne { try Self.invite(codeHash: codeHash, $0) != nil }
    guard isKnown else { return nil }
    return try await write(weight: 2_048) { database in
      // INVARIANT: there is one writer, so that of two with the same code one is let in.
      guard var invite = try Self.invite(codeHash: codeHash, database), invite.apply(.accepted, at: moment) else {
        return nil
      }
      let (user, key) = make(invite)
      // More may be invited than there is room for.
      guard try Self.count(of: "users", account: user.accountID, database) < userLimit else {
        throw StoreError(.conflict, "the account has as many users as it may have")
      }
      try invite.update(database)
      do {
        try user.insert(database)
      } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
        throw StoreError(.conflict, "the account has a user with this address already", cause: error)
      }
      guard try Self.insert(key, limit: keyLimit, database) else {
        throw StoreError(.conflict, "the account has as many keys as it may have")
      }
      return (user, key)
    }
  }

  private static func count(of table: String, account: UUID, _ database: Database) throws -> Int {
    let count = try database.cachedStatement(sql: "SELECT COUNT(*) FROM \(table) WHERE account_id = ?")
    return try Int.fetchOne(count, arguments: [account]) ?? 0
  }

  private static func invite(codeHash: Data, _ database: Database) throws -> InviteRecord? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(InviteRecord.columns) FROM invites WHERE code_hash = ?")
    return try Row.fetchOne(statement, arguments: [codeHash]).map(InviteRecord.init(row:))
  }
}

extension InviteRecord {
  /// In the order `init(row:)` reads them.
  fileprivate static let columns =
    "id, account_id, email, role, first_name, last_name, created, expires, code_hash, accepted"

  fileprivate func insert(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO invites (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      id, accountID, email, role.rawValue, firstName, lastName, created.microsecondsSince1970,
      expires.microsecondsSince1970, codeHash, accepted?.microsecondsSince1970,
    ])
  }

  /// Writes what its life changes.
  fileprivate func update(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "UPDATE invites SET expires = ?, code_hash = ?, accepted = ? WHERE id = ?")
    try statement.execute(arguments: [
      expires.microsecondsSince1970, codeHash, accepted?.microsecondsSince1970, id,
    ])
  }

  fileprivate init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      email: try row.decode(atIndex: 2),
      role: try row.choice(KeyRole.self, atIndex: 3),
      firstName: try row.decode(atIndex: 4),
      lastName: try row.decode(atIndex: 5),
      created: try row.time(atIndex: 6),
      expires: try row.time(atIndex: 7),
      codeHash: try row.decode(atIndex: 8),
      accepted: try row.optionalTime(atIndex: 9))
  }
}
