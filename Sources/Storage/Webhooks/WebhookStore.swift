package import Foundation

/// What is kept of webhooks: the secrets that sign them, and the deliveries. What holds for `Store` holds here.
package protocol WebhookStore: Sendable {
  // Secrets
  /// Those that sign at a moment, the one in use first, then the newest first; empty where the account has none.
  func webhookSecrets(account: UUID, at: Date) async throws -> [WebhookSecretRecord]
  /// Keeps the secret where its account has none in use; does nothing where it has.
  func insertFirst(_ secret: WebhookSecretRecord) async throws
  /// Keeps a secret as the one in use; the one that was signs until `retiring`, and those that signed no more at the new
  /// one's creation are deleted. Throws `conflict` where that would leave more than `limit` that sign.
  func rotate(to secret: WebhookSecretRecord, retiring: Date, limit: Int) async throws

  // Deliveries
  /// Both, or neither. The delivery waits, and turns due in the transaction that ends the job, whoever ends it.
  func insert(_ job: JobRecord, webhook: WebhookDeliveryRecord) async throws
  /// Of all accounts, those due first first.
  func dueWebhooks(_ query: DueDeliveryQuery) async throws -> [WebhookDeliveryRecord]
  /// Writes state, attempts, due, outcome and updated. False where somebody has changed the delivery since `before` was
  /// read; then nothing is written.
  func update(webhook: WebhookDeliveryRecord, from before: WebhookDeliveryRecord) async throws -> Bool
  /// Newest first.
  /// - Parameter state: nil: any.
  func webhooks(account: UUID, state: WebhookDeliveryState?, limit: Int) async throws -> [WebhookDeliveryRecord]
  /// Deletes the deliveries of all accounts that ended before then, at most `limit` of them; how many it deleted.
  func deleteWebhooks(endedBefore: Date, limit: Int) async throws -> Int
  /// Has a delivery attempted again, as if never before. Nil where the account has no such delivery; throws `conflict`
  /// where what it tells of has not happened yet.
  func resend(webhook: UUID, account: UUID, at: Date) async throws -> WebhookDeliveryRecord?
}
