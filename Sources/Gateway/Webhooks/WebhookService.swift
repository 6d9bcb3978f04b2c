package import Foundation
package import Storage

/// An account's webhooks, as its administrator sees them.
package struct WebhookService: Sendable {
  private let store: any Store

  package init(store: any Store) {
    self.store = store
  }

  /// A secret, and until when it signs.
  package struct Secret: Sendable, Hashable {
    package var secret: WebhookSecret
    /// Nil for the one in use.
    package var retired: Date?
  }

  /// Those that sign now, the one in use first; made where there is none.
  package func secrets(account: UUID, now: Date = Date()) async throws(GatewayError) -> [Secret] {
    do {
      var records = try await store.webhookSecrets(account: account, at: now)
      if records.first.map({ $0.retired != nil }) ?? true {
        try await store.insertFirst(.init(.generate(), account: account, created: now))
        records = try await store.webhookSecrets(account: account, at: now)
      }
      return records.map { Secret(secret: WebhookSecret(bytes: $0.secret), retired: $0.retired) }
    } catch {
      throw GatewayError(error)
    }
  }

  /// Makes a new secret; the one before signs beside it for a day.
  ///
  /// - Throws: FAILED_PRECONDITION where too many sign already.
  package func rotateSecret(account: UUID, now: Date = Date()) async throws(GatewayError) -> WebhookSecret {
    let secret = WebhookSecret.generate()
    do {
      try await store.rotate(
        to: .init(secret, account: account, created: now), retiring: now.addingTimeInterval(WebhookSecret.retirement),
        limit: WebhookSecret.most)
    } catch {
      throw GatewayError(error)
    }
    return secret
  }

  /// Newest first.
  package func deliveries(
    account: UUID, state: WebhookDeliveryState?, limit: Int
  ) async throws(GatewayError) -> [WebhookDeliveryRecord] {
    do { return try await store.webhooks(account: account, state: state, limit: limit) } catch {
      throw GatewayError(error)
    }
  }

  /// Has it attempted again, ten times at most, as if never before.
  ///
  /// - Throws: NOT_FOUND; FAILED_PRECONDITION where its job has not ended.
  package func resend(_ id: UUID, account: UUID, now: Date = Date()) async throws(GatewayError) -> WebhookDeliveryRecord
  {
    do {
      guard let delivery = try await store.resend(webhook: id, account: account, at: now) else {
        throw GatewayError(.notFound, "no webhook has the id \(id.wire)")
      }
      return delivery
    } catch {
      throw GatewayError(error)
    }
  }
}

extension WebhookSecretRecord {
  fileprivate init(_ secret: WebhookSecret, account: UUID, created: Date) {
    self.init(accountID: account, secret: secret.bytes, created: created, retired: nil)
  }
}
