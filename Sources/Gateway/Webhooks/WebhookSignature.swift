internal import Crypto
internal import Foundation

/// The headers by which a receiver knows a webhook as ours (Standard Webhooks 1.0.0).
enum WebhookSignature {
  /// - Parameters:
  ///   - id: the same at each attempt.
  ///   - moment: of this attempt.
  ///   - secrets: each signs; the receiver needs to know one of them.
  static func headers(
    id: String, moment: Date, body: Data, secrets: [WebhookSecret]
  ) -> [(name: String, value: String)] {
    let timestamp = Int64(moment.timeIntervalSince1970.rounded(.down))
    let signatures = secrets.map { signature(id: id, timestamp: timestamp, body: body, secret: $0) }
    return [
      ("webhook-id", id), ("webhook-timestamp", String(timestamp)),
      ("webhook-signature", signatures.joined(separator: " ")),
    ]
  }

  /// `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`.
  static func signature(id: String, timestamp: Int64, body: Data, secret: WebhookSecret) -> String {
    var code = HMAC<SHA256>(key: SymmetricKey(data: secret.bytes))
    code.update(data: Data("\(id).\(timestamp).".utf8))
    code.update(data: body)
    return "v1," + Data(code.finalize()).base64EncodedString()
  }
}
