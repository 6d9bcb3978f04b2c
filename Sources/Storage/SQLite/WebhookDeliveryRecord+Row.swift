import Foundation
import GRDB

extension WebhookDeliveryRecord {
  /// In the order `init(row:)` reads them.
  static let columns = """
    id, account_id, subject, subject_id, state, attempts, due, created, updated, outcome, host, url, headers
    """

  /// About how many bytes it takes.
  var weight: Int { headers.reduce(url.utf8.count + 256) { $0 + $1.name.utf8.count + $1.value.utf8.count } }

  init(row: Row) throws {
    let headers: String = try row.decode(atIndex: 12)
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      subject: WebhookSubject(try row.choice(WebhookSubject.Kind.self, atIndex: 2), try row.decode(atIndex: 3)),
      state: try row.choice(WebhookDeliveryState.self, atIndex: 4),
      attempts: try row.decode(atIndex: 5),
      due: try row.optionalTime(atIndex: 6),
      created: try row.time(atIndex: 7),
      updated: try row.time(atIndex: 8),
      outcome: try row.decode(atIndex: 9),
      host: try row.decode(atIndex: 10),
      url: try row.decode(atIndex: 11),
      headers: try JSONDecoder().decode([WebhookHeader].self, from: Data(headers.utf8)))
  }

  /// For the transaction that keeps what it tells of.
  func insert(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO webhook_deliveries (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      id, accountID, subject.kind.rawValue, subject.id, state.rawValue, attempts, due?.microsecondsSince1970,
      created.microsecondsSince1970, updated.microsecondsSince1970, outcome, host, url,
      String(decoding: try JSONEncoder().encode(headers), as: UTF8.self),
    ])
  }
}
