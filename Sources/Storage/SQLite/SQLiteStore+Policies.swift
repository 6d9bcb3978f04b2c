package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ policy: PolicyRecord, version: PolicyVersionRecord, by deployer: Deployer) async throws {
    guard version.policyID == policy.id else {
      throw StoreError(.conflict, "the version belongs to another policy")
    }
    var first = version
    first.number = 1
    try await write(weight: first.weight + 256) { [first] database in
      let statement = try database.cachedStatement(
        sql: "INSERT INTO policies (\(PolicyRecord.columns)) VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?)")
      try statement.execute(arguments: [
        policy.id, policy.accountID, policy.key, policy.created.microsecondsSince1970,
        policy.updated.microsecondsSince1970, policy.isDisabled, policy.isDeleted, policy.datasetID,
      ])
      try first.insert(database)
      // Each names the other, so that the policy learns of its version last.
      if let active = policy.activeVersionID {
        let activation = try database.cachedStatement(sql: "UPDATE policies SET active_version_id = ? WHERE id = ?")
        try activation.execute(arguments: [active, policy.id])
        try Self.deploy(active, of: policy.id, at: policy.created, by: deployer, database)
      }
    }
  }

  package func policy(_ id: UUID, account: UUID) async throws -> PolicyRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(PolicyRecord.columns) FROM policies WHERE id = ? AND account_id = ?")
      return try Row.fetchOne(statement, arguments: [id, account]).map(PolicyRecord.init(row:))
    }
  }

  package func policy(key: String, account: UUID) async throws -> PolicyRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(PolicyRecord.columns) FROM policies WHERE account_id = ? AND key = ? AND is_deleted = 0")
      return try Row.fetchOne(statement, arguments: [account, key]).map(PolicyRecord.init(row:))
    }
  }

  package func policies(_ query: PolicyRowQuery, account: UUID) async throws -> [PolicyRecord] {
    var conditions = RowConditions()
    conditions.require("account_id = ?", [account])
    conditions.require("id", in: query.ids)
    conditions.require("key", in: query.keys)
    if !query.includesDeleted { conditions.require("is_deleted = 0") }
    conditions.require("created", within: query.created)
    conditions.require("updated", within: query.updated)
    return try await readOne { [conditions] database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT \(PolicyRecord.columns) FROM policies WHERE \(conditions.sql) ORDER BY created DESC, id DESC
          """,
        arguments: conditions.arguments)
      return try rows.map(PolicyRecord.init(row:))
    }
  }

  package func update(_ policy: PolicyRecord, by deployer: Deployer) async throws -> PolicyRecord? {
    try await write { database in
      if let active = policy.activeVersionID { try Self.requireActivatable(active, database) }
      let search = try database.cachedStatement(
        sql: "SELECT active_version_id FROM policies WHERE id = ? AND account_id = ?")
      let before = try UUID.fetchOne(search, arguments: [policy.id, policy.accountID])
      let statement = try database.cachedStatement(
        sql: """
          UPDATE policies
          SET key = ?, active_version_id = ?, updated = ?, is_disabled = ?, is_deleted = ?, dataset_id = ?
          WHERE id = ? AND account_id = ?
          RETURNING \(PolicyRecord.columns)
          """)
      let row = try Row.fetchOne(
        statement,
        arguments: [
          policy.key, policy.activeVersionID, policy.updated.microsecondsSince1970, policy.isDisabled,
          policy.isDeleted, policy.datasetID, policy.id, policy.accountID,
        ])
      if row != nil, before != policy.activeVersionID {
        try Self.deploy(policy.activeVersionID, of: policy.id, at: policy.updated, by: deployer, database)
      }
      return try row.map(PolicyRecord.init(row:))
    }
  }
}
