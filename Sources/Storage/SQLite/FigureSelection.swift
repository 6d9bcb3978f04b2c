import Foundation
import GRDB

/// The statements that choose figures and the jobs of a feed, apart from their running so that their plans can be looked
/// at.
struct FigureSelection: Sendable {
  let sql: String
  let arguments: StatementArguments

  /// An account's figures, by time.
  init(usageOf kind: FigureSubject.Kind, account: UUID, from start: Int64, to end: Int64, span: FigureSpan) {
    sql = """
      SELECT start, subject_id, series, reviews, tokens FROM figures
      WHERE account_id = ? AND span = ? AND start >= ? AND start < ? AND subject = ? ORDER BY start
      """
    arguments = [account, span.rawValue, start, end, kind.rawValue]
  }

  /// The quarters of one policy or label, by time.
  init(of kind: FigureSubject.Kind, _ subject: UUID, account: UUID, within range: FigureRange) {
    var conditions = RowConditions()
    conditions.require("account_id = ?", [account])
    conditions.require("subject_id = ?", [subject])
    conditions.require("span = \(FigureSpan.quarter.rawValue)")
    conditions.require("subject = ?", [kind.rawValue])
    conditions.require("start", within: range)
    // Left to itself the planner reads all of the account's figures: it takes the primary key for the cheaper one.
    sql = """
      SELECT start, version_id, reviews, hits, tokens, labels FROM figures INDEXED BY figures_by_subject
      WHERE \(conditions.sql) ORDER BY start
      """
    arguments = conditions.arguments
  }

  /// The policies, or labels, that have figures in a range, each looked up by itself; without bounds, those that were
  /// ever evaluated, also where their figures are not kept any more.
  init(subjects kind: FigureSubject.Kind, account: UUID, within range: FigureRange) {
    guard range.start != nil || range.end != nil else {
      sql = "SELECT DISTINCT subject_id FROM evaluated_versions WHERE account_id = ? AND subject = ?"
      arguments = [account, kind.rawValue]
      return
    }
    var conditions = RowConditions()
    conditions.require("figures.account_id = evaluated_versions.account_id")
    conditions.require("figures.subject_id = evaluated_versions.subject_id")
    conditions.require("figures.span = \(FigureSpan.quarter.rawValue)")
    conditions.require("figures.start", within: range)
    sql = """
      SELECT DISTINCT subject_id FROM evaluated_versions
      WHERE EXISTS (SELECT 1 FROM figures INDEXED BY figures_by_subject WHERE \(conditions.sql)) AND account_id = ? AND subject = ?
      """
    arguments = conditions.arguments + [account, kind.rawValue]
  }

  /// Completed jobs with results.
  init(_ query: FeedRowQuery, account: UUID) {
    var conditions = RowConditions()
    conditions.require("account_id = ?", [account])
    if let policy = query.policyID { conditions.require("policy_id = ?", [policy]) }
    if let label = query.labelID { conditions.require("label_id = ?", [label]) }
    if let version = query.labelVersionID { conditions.require("label_version_id = ?", [version]) }
    conditions.require("state = 3")
    conditions.require("results IS NOT NULL")
    conditions.require("created", within: query.created)
    if let cursor = query.after {
      conditions.require(
        "(created, id) \(query.isOldestFirst ? ">" : "<") (?, ?)", [cursor.created.microsecondsSince1970, cursor.id])
    }
    let order = query.isOldestFirst ? "created, id" : "created DESC, id DESC"
    sql = "SELECT \(JobRecord.listColumns) FROM jobs WHERE \(conditions.sql) ORDER BY \(order) LIMIT ?"
    arguments = conditions.arguments + [max(0, query.limit)]
  }

  /// Bound to a span, a minute and a limit.
  static let deletion = """
    DELETE FROM figures WHERE (account_id, span, start, version_id, series) IN (
      SELECT account_id, span, start, version_id, series FROM figures
      WHERE span = ? AND start < ? ORDER BY start LIMIT ?)
    """
}

extension RowConditions {
  fileprivate mutating func require(_ column: String, within range: FigureRange) {
    if let start = range.start { require("\(column) >= ?", [start]) }
    if let end = range.end { require("\(column) < ?", [end]) }
  }
}
