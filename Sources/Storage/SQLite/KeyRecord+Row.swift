import Foundation
import GRDB

extension KeyRecord {
  /// In the order `init(row:)` reads them.
  static let columns = "id, account_id, name, hash, suffix, role, state, created, expires, updated, user_id"

  var values: StatementArguments {
    [
      id, accountID, name, hash, suffix, role.rawValue, state.rawValue, created.microsecondsSince1970,
      expires?.microsecondsSince1970, updated?.microsecondsSince1970, userID,
    ]
  }

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      name: try row.decode(atIndex: 2),
      hash: try row.decode(atIndex: 3),
      suffix: try row.decode(atIndex: 4),
      role: try row.choice(KeyRole.self, atIndex: 5),
      state: try row.choice(KeyState.self, atIndex: 6),
      created: try row.time(atIndex: 7),
      expires: try row.optionalTime(atIndex: 8),
      updated: try row.optionalTime(atIndex: 9),
      userID: try row.decode(atIndex: 10))
  }
}
