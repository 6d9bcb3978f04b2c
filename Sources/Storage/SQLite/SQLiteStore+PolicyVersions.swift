package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(
    _ version: PolicyVersionRecord, account: UUID, activate: Bool, by deployer: Deployer
  ) async throws -> PolicyVersionRecord {
    try await write(weight: version.weight) { database in
      let policy = try database.cachedStatement(
        sql: "SELECT 1 FROM policies WHERE id = ? AND account_id = ? AND is_deleted = 0")
      guard try Row.fetchOne(policy, arguments: [version.policyID, account]) != nil else {
        throw StoreError(.notFound, "there is no such policy")
      }
      let last = try database.cachedStatement(sql: "SELECT MAX(number) FROM policy_versions WHERE policy_id = ?")
      var numbered = version
      numbered.number = (try Int.fetchOne(last, arguments: [version.policyID]) ?? 0) + 1
      numbered.created = version.created.roundedToMicroseconds
      try numbered.insert(database)
      if activate {
        let activation = try database.cachedStatement(
          sql: "UPDATE policies SET active_version_id = ?, updated = ? WHERE id = ?")
        try activation.execute(arguments: [
          numbered.id, numbered.created.microsecondsSince1970, numbered.policyID,
        ])
        try Self.deploy(numbered.id, of: numbered.policyID, at: numbered.created, by: deployer, database)
      }
      return numbered
    }
  }

  package func version(_ id: UUID, account: UUID) async throws -> PolicyVersionRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(PolicyVersionRecord.columns) FROM policy_versions
          JOIN policies ON policies.id = policy_versions.policy_id
          WHERE policy_versions.id = ? AND policies.account_id = ?
          """)
      return try Row.fetchOne(statement, arguments: [id, account]).map(PolicyVersionRecord.init(row:))
    }
  }

  package func versions(policy: UUID, account: UUID) async throws -> [PolicyVersionRecord] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(PolicyVersionRecord.columns) FROM policy_versions
          JOIN policies ON policies.id = policy_versions.policy_id
          WHERE policy_versions.policy_id = ? AND policies.account_id = ?
          ORDER BY policy_versions.number DESC
          """)
      return try Row.fetchAll(statement, arguments: [policy, account]).map(PolicyVersionRecord.init(row:))
    }
  }
}
