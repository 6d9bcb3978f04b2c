package import Foundation
import GRDB

extension SQLiteStore {
  package func webhookSecrets(account: UUID, at time: Date) async throws -> [WebhookSecretRecord] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT account_id, secret, created, retired FROM webhook_secrets
          WHERE account_id = ? AND (retired IS NULL OR retired > ?)
          ORDER BY retired IS NOT NULL, created DESC, secret
          """)
      return try Row.fetchAll(statement, arguments: [account, time.microsecondsSince1970])
        .map(WebhookSecretRecord.init(row:))
    }
  }

  package func insertFirst(_ secret: WebhookSecretRecord) async throws {
    try await write(isOneStatement: true) { database in
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO webhook_secrets (account_id, secret, created, retired) SELECT ?1, ?2, ?3, NULL
          WHERE NOT EXISTS (SELECT 1 FROM webhook_secrets WHERE account_id = ?1 AND retired IS NULL)
          """)
      try statement.execute(arguments: [secret.accountID, secret.secret, secret.created.microsecondsSince1970])
    }
  }

  package func rotate(to secret: WebhookSecretRecord, retiring: Date, limit: Int) async throws {
    try await write { database in
      let now = secret.created.microsecondsSince1970
      try database.cachedStatement(sql: "DELETE FROM webhook_secrets WHERE account_id = ? AND retired <= ?")
        .execute(arguments: [secret.accountID, now])
      try database.cachedStatement(
        sql: "UPDATE webhook_secrets SET retired = ? WHERE account_id = ? AND retired IS NULL"
      )
      .execute(arguments: [retiring.microsecondsSince1970, secret.accountID])
      let count = try database.cachedStatement(sql: "SELECT COUNT(*) FROM webhook_secrets WHERE account_id = ?")
      guard (try Int.fetchOne(count, arguments: [secret.accountID]) ?? 0) < limit else {
        throw StoreError(.conflict, "\(limit) secrets sign already; wait until an earlier one has retired")
      }
      try database.cachedStatement(
        sql: "INSERT INTO webhook_secrets (account_id, secret, created, retired) VALUES (?, ?, ?, NULL)"
      )
      .execute(arguments: [secret.accountID, secret.secret, now])
    }
  }
}

extension WebhookSecretRecord {
  fileprivate init(row: Row) throws {
    self.init(
      accountID: try row.decode(atIndex: 0),
      secret: try row.decode(atIndex: 1),
      created: try row.time(atIndex: 2),
      retired: try row.optionalTime(atIndex: 3))
  }
}
