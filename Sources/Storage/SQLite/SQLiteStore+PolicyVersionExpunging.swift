package import Foundation
import GRDB

extension SQLiteStore {
  package func setExpunged(
    _ isExpunged: Bool, version: UUID, account: UUID
  ) async throws -> PolicyVersionRecord? {
    try await write { database in
      let search = try database.cachedStatement(
        sql: """
          SELECT \(PolicyVersionRecord.columns), policies.active_version_id IS policy_versions.id
          FROM policy_versions JOIN policies ON policies.id = policy_versions.policy_id
          WHERE policy_versions.id = ? AND policies.account_id = ? AND policies.is_deleted = 0
          """)
      guard let row = try Row.fetchOne(search, arguments: [version, account]) else { return nil }
      var record = try PolicyVersionRecord(row: row)
      let isActive: Bool = try row.decode(atIndex: PolicyVersionRecord.columnCount)
      // INVARIANT: an active version is not expunged. `requireActivatable` is the other half.
      guard !(isExpunged && isActive) else {
        throw StoreError(.conflict, "the active version cannot be expunged: make another one active first")
      }
      let change = try database.cachedStatement(sql: "UPDATE policy_versions SET is_expunged = ? WHERE id = ?")
      try change.execute(arguments: [isExpunged, version])
      record.isExpunged = isExpunged
      return record
    }
  }

  /// - Throws: `conflict` for a version that is expunged.
  static func requireActivatable(_ version: UUID, _ database: Database) throws {
    let search = try database.cachedStatement(
      sql: "SELECT 1 FROM policy_versions WHERE id = ? AND is_expunged = 1")
    guard try Row.fetchOne(search, arguments: [version]) == nil else {
      throw StoreError(.conflict, "the version is expunged: unexpunge it first")
    }
  }
}
