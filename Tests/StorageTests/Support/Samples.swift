import Foundation

@testable import Storage

/// Rows that are right, to be bent by the tests.
enum Sample {
  /// Seconds after a moment that all tests share.
  static func time(_ seconds: Double = 0) -> Date {
    Date(microsecondsSince1970: 1_760_000_000_123_456).addingTimeInterval(seconds).roundedToMicroseconds
  }

  static func account(_ name: String = "default") -> AccountRecord {
    AccountRecord(id: UUID(), name: name, created: time())
  }

  static func key(account: UUID, created: Date = time(), expires: Date? = nil) -> KeyRecord {
    KeyRecord(
      id: UUID(), accountID: account, name: "ci", hash: Data((0..<32).map { _ in UInt8.random(in: 0...255) }),
      suffix: "a1b2c3", role: .writer, state: .enabled, created: created, expires: expires)
  }

  static func policy(account: UUID, key: String = "rudeness", created: Date = time()) -> PolicyRecord {
    PolicyRecord(
      id: UUID(), accountID: account, key: key, activeVersionID: nil, created: created, updated: created,
      isDisabled: false, isDeleted: false, datasetID: nil)
  }

  static func version(policy: UUID, created: Date = time()) -> PolicyVersionRecord {
    PolicyVersionRecord(
      id: UUID(), policyID: policy, number: 1, text: "LABEL \"rude\" { \"you fool\" }", options: Data([1, 2]),
      globalContext: "a forum", metadata: Data([3]), complexityScore: 1.5, created: created)
  }

  static func job(
    account: UUID, state: JobState = .completed, created: Date = time(), policy: UUID? = nil
  ) -> JobRecord {
    JobRecord(
      id: UUID(), accountID: account, type: 2, state: state, policyID: policy, policyVersionID: nil, threshold: 0.5,
      created: created, updated: created, completed: state.isTerminal ? created : nil,
      request: state.isTerminal ? nil : Data("content".utf8), summary: Data("hash".utf8),
      results: state == .completed ? Data("report".utf8) : nil)
  }

  static func webhook(
    account: UUID, state: WebhookDeliveryState, subject: UUID = UUID()
  ) -> WebhookDeliveryRecord {
    WebhookDeliveryRecord(
      id: UUID(), accountID: account, subject: WebhookSubject(.job, subject), state: state, attempts: 0,
      due: state == .due ? time() : nil, created: time(), updated: time(), outcome: nil, host: "hooks.example.com",
      url: "https://hooks.example.com/a", headers: [])
  }

  static func secret(account: UUID, created: Date = time()) -> WebhookSecretRecord {
    WebhookSecretRecord(
      accountID: account, secret: Data((0..<32).map { _ in UInt8.random(in: 0...255) }), created: created, retired: nil)
  }
}
