import Foundation
import GRDB

extension UserRecord {
  /// In the order `init(row:)` reads them.
  static let columns = "id, account_id, email, role, first_name, last_name, created, updated, last_login"

  func insert(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO users (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      id, accountID, email, role.rawValue, firstName, lastName, created.microsecondsSince1970,
      updated.microsecondsSince1970, lastLogin?.microsecondsSince1970,
    ])
  }

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      email: try row.decode(atIndex: 2),
      role: try row.choice(KeyRole.self, atIndex: 3),
      firstName: try row.decode(atIndex: 4),
      lastName: try row.decode(atIndex: 5),
      created: try row.time(atIndex: 6),
      updated: try row.time(atIndex: 7),
      lastLogin: try row.optionalTime(atIndex: 8))
  }
}
