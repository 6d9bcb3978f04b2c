package import Foundation

/// Makes the bodies of webhooks about one kind of thing.
package protocol WebhookBodies: Sendable {
  /// The body, JSON; the same at each attempt.
  ///
  /// - Throws: UNAVAILABLE and RESOURCE_EXHAUSTED where the store fails, which is no attempt; all else is a failed one.
  /// - Returns: nil where the account has no such thing any more.
  func webhookBody(of id: UUID, account: UUID) async throws -> Data?
}
