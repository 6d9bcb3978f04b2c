import Foundation
import GRDB

/// The statements that choose jobs, apart from their running so that their plans can be looked at.
struct JobSelection: Sendable {
  let sql: String
  let arguments: StatementArguments

  /// An account's jobs, newest first.
  init(_ query: JobRowQuery, account: UUID) {
    var conditions = RowConditions()
    conditions.require("account_id = ?", [account])
    if let policy = query.policyID { conditions.require("policy_id = ?", [policy]) }
    if let state = query.state {
      conditions.require("state = ?", [state.rawValue])
      // Says nothing new, but the planner cannot know from a bound value that the index on other states will do.
      if state != .completed { conditions.require("state <> 3") }
    }
    conditions.require("created", within: query.created)
    conditions.require("updated", within: query.updated)
    conditions.require("completed", within: query.completed)
    if let cursor = query.after {
      conditions.require("(created, id) < (?, ?)", [cursor.created.microsecondsSince1970, cursor.id])
    }
    sql = """
      SELECT \(JobRecord.listColumns) FROM jobs WHERE \(conditions.sql) ORDER BY created DESC, id DESC LIMIT ?
      """
    // SQLite takes a negative limit for none.
    arguments = conditions.arguments + [max(0, query.limit)]
  }

  /// Every account's jobs that have not ended, oldest first.
  init(unfinishedAfter cursor: PageCursor?, limit: Int) {
    var conditions = RowConditions()
    // As the index says it, word for word: otherwise it is not used.
    conditions.require("state < 3")
    if let cursor {
      conditions.require("(created, id) > (?, ?)", [cursor.created.microsecondsSince1970, cursor.id])
    }
    sql = "SELECT \(JobRecord.bareColumns) FROM jobs WHERE \(conditions.sql) ORDER BY created, id LIMIT ?"
    arguments = conditions.arguments + [max(0, limit)]
  }

  /// Bound to a time and a limit.
  static let deletion = """
    DELETE FROM jobs WHERE rowid IN (
      SELECT rowid FROM jobs
      WHERE completed < ? AND NOT EXISTS (SELECT 1 FROM webhook_deliveries WHERE subject_id = jobs.id AND state = 2)
      ORDER BY completed LIMIT ?)
    """
}
