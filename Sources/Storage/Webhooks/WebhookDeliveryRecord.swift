package import Foundation

/// What somebody is to be told over a webhook, and how far that has come.
package struct WebhookDeliveryRecord: Sendable, Hashable {
  /// The `webhook-id` that the receiver sees: the same at each attempt, so that it can tell a repetition.
  package var id: UUID
  package var accountID: UUID
  package var subject: WebhookSubject
  package var state: WebhookDeliveryState
  /// How many attempts have been made.
  package var attempts: Int
  /// When the next attempt is to be made; nil unless the state is `due`.
  package var due: Date?
  package var created: Date
  package var updated: Date
  /// How the last attempt went, in a few words of ours; never anything that the receiver wrote.
  package var outcome: String?
  /// Which deliveries share a receiver: the URL's host.
  package var host: String
  package var url: String
  /// What the caller wants sent beside our own headers.
  package var headers: [WebhookHeader]

  package init(
    id: UUID, accountID: UUID, subject: WebhookSubject, state: WebhookDeliveryState, attempts: Int, due: Date?,
    created: Date, updated: Date, outcome: String?, host: String, url: String, headers: [WebhookHeader]
  ) {
    self.id = id
    self.accountID = accountID
    self.subject = subject
    self.state = state
    self.attempts = attempts
    self.due = due
    self.created = created
    self.updated = updated
    self.outcome = outcome
    self.host = host
    self.url = url
    self.headers = headers
  }
}
