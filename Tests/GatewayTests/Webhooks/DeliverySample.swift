internal import Foundation
internal import Storage

/// Deliveries that are right, for tests to bend.
enum DeliverySample {
  static func due(
    account: UUID, url: String, host: String = "receiver.example.com", subject: UUID = UUID(), at due: Date = Date(),
    headers: [WebhookHeader] = []
  ) -> WebhookDeliveryRecord {
    WebhookDeliveryRecord(
      id: UUID(), accountID: account, subject: WebhookSubject(.job, subject), state: .due, attempts: 0, due: due,
      created: due, updated: due, outcome: nil, host: host, url: url, headers: headers)
  }
}
