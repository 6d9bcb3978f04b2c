internal import Crypto
package import Foundation

/// What signs an account's webhooks (Standard Webhooks, symmetric): random bytes, written as `whsec_` and base64.
package struct WebhookSecret: Sendable, Hashable {
  package static let prefix = "whsec_"
  /// How long a secret that was replaced goes on signing.
  package static let retirement: TimeInterval = 86_400
  /// How many sign at once.
  package static let most = 5

  /// 24 to 64 bytes.
  let bytes: Data

  init(bytes: Data) {
    self.bytes = bytes
  }

  static func generate() -> WebhookSecret {
    WebhookSecret(bytes: SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) })
  }

  /// As a receiver is given it.
  package var text: String { Self.prefix + bytes.base64EncodedString() }
}
