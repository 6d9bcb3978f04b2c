import Foundation
import GRDB

/// The statements that choose deliveries, apart from their running so that their plans can be looked at.
struct WebhookSelection: Sendable {
  let sql: String
  let arguments: StatementArguments

  /// Every account's deliveries to be attempted, those due first first.
  init(_ query: DueDeliveryQuery) {
    var conditions = RowConditions()
    // As the index says it, word for word: otherwise it is not used.
    conditions.require("state = 2")
    conditions.require("due <= ?", [query.now.microsecondsSince1970])
    conditions.require("id", notIn: query.exceptIDs)
    conditions.require("host", notIn: query.exceptHosts)
    conditions.require("account_id", notIn: query.exceptAccounts)
    sql = """
      SELECT \(WebhookDeliveryRecord.columns) FROM webhook_deliveries WHERE \(conditions.sql)
      ORDER BY due, id LIMIT ?
      """
    arguments = conditions.arguments + [max(0, query.limit)]
  }

  /// An account's deliveries, newest first.
  init(account: UUID, state: WebhookDeliveryState?, limit: Int) {
    var conditions = RowConditions()
    conditions.require("account_id = ?", [account])
    if let state { conditions.require("state = ?", [state.rawValue]) }
    sql = """
      SELECT \(WebhookDeliveryRecord.columns) FROM webhook_deliveries WHERE \(conditions.sql)
      ORDER BY created DESC, id DESC LIMIT ?
      """
    arguments = conditions.arguments + [max(0, limit)]
  }

  /// Bound to a time and a limit.
  static let deletion = """
    DELETE FROM webhook_deliveries WHERE rowid IN (
      SELECT rowid FROM webhook_deliveries WHERE state > 2 AND updated < ? ORDER BY updated LIMIT ?)
    """
}
