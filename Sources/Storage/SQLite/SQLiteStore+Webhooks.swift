package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ job: JobRecord, webhook: WebhookDeliveryRecord) async throws {
    try await write(weight: job.weight + webhook.weight) { database in
      try job.insert(database)
      try webhook.insert(database)
    }
  }

  package func dueWebhooks(_ query: DueDeliveryQuery) async throws -> [WebhookDeliveryRecord] {
    try await deliveries(WebhookSelection(query))
  }

  package func webhooks(
    account: UUID, state: WebhookDeliveryState?, limit: Int
  ) async throws -> [WebhookDeliveryRecord] {
    try await deliveries(WebhookSelection(account: account, state: state, limit: limit))
  }

  private func deliveries(_ selection: WebhookSelection) async throws -> [WebhookDeliveryRecord] {
    try await readOne { database in
      try Row.fetchAll(database, sql: selection.sql, arguments: selection.arguments)
        .map(WebhookDeliveryRecord.init(row:))
    }
  }

  package func update(webhook: WebhookDeliveryRecord, from before: WebhookDeliveryRecord) async throws -> Bool {
    try await write(isOneStatement: true) { database in
      // INVARIANT: whoever changes a delivery has seen it as it is, or an operator's word to send it again is lost.
      let statement = try database.cachedStatement(
        sql: """
          UPDATE webhook_deliveries SET state = ?, attempts = ?, due = ?, outcome = ?, updated = ?
          WHERE id = ? AND state = ? AND attempts = ? AND due IS ? AND updated = ?
          """)
      try statement.execute(arguments: [
        webhook.state.rawValue, webhook.attempts, webhook.due?.microsecondsSince1970, webhook.outcome,
        webhook.updated.microsecondsSince1970,
        before.id, before.state.rawValue, before.attempts, before.due?.microsecondsSince1970,
        before.updated.microsecondsSince1970,
      ])
      return database.changesCount == 1
    }
  }

  package func deleteWebhooks(endedBefore end: Date, limit: Int) async throws -> Int {
    try await write { database in
      let statement = try database.cachedStatement(sql: WebhookSelection.deletion)
      try statement.execute(arguments: [end.microsecondsSince1970, max(0, limit)])
      return database.changesCount
    }
  }

  package func resend(webhook: UUID, account: UUID, at time: Date) async throws -> WebhookDeliveryRecord? {
    try await write { database in
      let change = try database.cachedStatement(
        sql: """
          UPDATE webhook_deliveries SET state = 2, attempts = 0, due = ?1, updated = ?1
          WHERE id = ?2 AND account_id = ?3 AND state <> 1
          RETURNING \(WebhookDeliveryRecord.columns)
          """)
      if let row = try Row.fetchOne(change, arguments: [time.microsecondsSince1970, webhook, account]) {
        return try WebhookDeliveryRecord(row: row)
      }
      let search = try database.cachedStatement(
        sql: "SELECT 1 FROM webhook_deliveries WHERE id = ? AND account_id = ?")
      if try Row.fetchOne(search, arguments: [webhook, account]) != nil {
        throw StoreError(.conflict, "the webhook waits for its job to end")
      }
      return nil
    }
  }
}
