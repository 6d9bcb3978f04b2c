package import Foundation
import GRDB

extension SQLiteStore {
  /// Writes down that another version is active from now on, in the transaction that makes it so.
  ///
  /// - Parameter version: nil where none is any more.
  static func deploy(
    _ version: UUID?, of policy: UUID, at moment: Date, by deployer: Deployer, _ database: Database
  ) throws {
    let end = try database.cachedStatement(
      sql: "UPDATE policy_deployments SET ended = max(begun, ?) WHERE policy_id = ? AND ended IS NULL")
    try end.execute(arguments: [moment.microsecondsSince1970, policy])
    guard let version else { return }
    let begin = try database.cachedStatement(
      sql: """
        INSERT INTO policy_deployments (id, policy_id, version_id, begun, ended, user_id, key_id, name)
        VALUES (?, ?, ?, ?, NULL, ?, ?, ?)
        """)
    try begin.execute(arguments: [
      UUID(), policy, version, moment.microsecondsSince1970, deployer.userID, deployer.keyID, deployer.name,
    ])
  }

  package func deployments(
    policy: UUID, account: UUID, within span: TimeSpan?, limit: Int
  ) async throws -> [DeploymentRecord] {
    var conditions = RowConditions()
    conditions.require("policy_deployments.policy_id = ?", [policy])
    conditions.require("policies.account_id = ?", [account])
    if let end = span?.end { conditions.require("begun <= ?", [end.microsecondsSince1970]) }
    if let start = span?.start {
      conditions.require("(ended IS NULL OR ended >= ?)", [start.microsecondsSince1970])
    }
    return try await readOne { [conditions] database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT policy_deployments.id, version_id, number, complexity_score, metadata, begun, ended, user_id, key_id, name
          FROM policy_deployments
          JOIN policies ON policies.id = policy_deployments.policy_id
          JOIN policy_versions ON policy_versions.id = policy_deployments.version_id
          WHERE \(conditions.sql) ORDER BY begun DESC, policy_deployments.rowid DESC LIMIT ?
          """,
        arguments: conditions.arguments + [max(0, limit)])
      return try rows.map(DeploymentRecord.init(row:))
    }
  }
}

extension DeploymentRecord {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0), versionID: try row.decode(atIndex: 1), number: try row.decode(atIndex: 2),
      complexityScore: try row.decode(atIndex: 3), versionMetadata: try row.decode(atIndex: 4),
      begun: try row.time(atIndex: 5), ended: try row.optionalTime(atIndex: 6),
      deployer: Deployer(
        userID: try row.decode(atIndex: 7), keyID: try row.decode(atIndex: 8), name: try row.decode(atIndex: 9)))
  }
}
