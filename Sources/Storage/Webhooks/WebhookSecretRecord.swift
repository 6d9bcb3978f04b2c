package import Foundation

/// What an account's webhooks are signed with. It is kept in the clear, for a signature needs it.
package struct WebhookSecretRecord: Sendable, Hashable {
  package var accountID: UUID
  /// 24 to 64 random bytes.
  package var secret: Data
  package var created: Date
  /// From when on it signs no more; nil for the one in use.
  package var retired: Date?

  package init(accountID: UUID, secret: Data, created: Date, retired: Date?) {
    self.accountID = accountID
    self.secret = secret
    self.created = created
    self.retired = retired
  }
}
