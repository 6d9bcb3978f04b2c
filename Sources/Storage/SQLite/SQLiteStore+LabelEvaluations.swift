package import Foundation
import GRDB

extension SQLiteStore {
  package func record(
    _ evaluations: [LabelEvaluationRecord], account: UUID
  ) async throws -> [UUID: LabelEvaluationRecord] {
    try await write(weight: evaluations.reduce(0) { $0 + $1.weight }) { database in
      var kept: [UUID: LabelEvaluationRecord] = [:]
      for evaluation in evaluations where try evaluation.upsert(account: account, database) {
        var conditions = RowConditions()
        conditions.require("evaluations.item_id = ?", [evaluation.itemID])
        switch evaluation.subject {
        case .version(let id): conditions.require("evaluations.version_id = ?", [id])
        case .draft:
          conditions.require(
            "evaluations.version_id IS NULL AND evaluations.evaluator_id = ?", [evaluation.evaluatorID])
        }
        kept[evaluation.itemID] = try Self.evaluations(conditions, limit: 1, database).first
      }
      return kept
    }
  }

  package func labelEvaluations(
    _ query: LabelEvaluationQuery, account: UUID
  ) async throws -> [LabelEvaluationRecord] {
    let conditions = Self.conditions(query, account: account)
    return try await readOne { try Self.evaluations(conditions, limit: max(0, query.limit), $0) }
  }

  /// Left to itself the planner takes the index that is in the order asked for, and reads all evaluations of the account,
  /// or of the label, for those of one item: it is to use the narrowest, and no other.
  private static func conditions(_ query: LabelEvaluationQuery, account: UUID) -> RowConditions {
    var conditions = RowConditions()
    let (hasItem, hasLabel) = (query.item != nil, query.label != nil)
    conditions.require("\(hasItem || hasLabel ? "+" : "")evaluations.account_id = ?", [account])
    if let label = query.label { conditions.require("\(hasItem ? "+" : "")evaluations.label_id = ?", [label]) }
    if let item = query.item { conditions.require("evaluations.item_id = ?", [item]) }
    if let version = query.version { conditions.require("evaluations.version_id = ?", [version]) }
    conditions.require("evaluations.actual <> evaluations.expected", is: query.isIncorrect)
    conditions.require("evaluations.feedback IS NOT NULL", is: query.hasFeedback)
    conditions.require(LabelEvaluationRecord.isStale, is: query.isStale)
    if let cursor = query.after {
      conditions.require(
        "(evaluations.evaluated, evaluations.id) < (?, ?)", [cursor.created.microsecondsSince1970, cursor.id])
    }
    return conditions
  }

  /// The statement that lists evaluations, apart from its running so that its plan can be looked at.
  static func labelEvaluationStatement(
    _ query: LabelEvaluationQuery, account: UUID
  ) -> (sql: String, arguments: StatementArguments) {
    let conditions = conditions(query, account: account)
    return (sql(conditions), conditions.arguments + [max(0, query.limit)])
  }

  package func review(
    evaluation: UUID, isReviewed: Bool, feedback: String?, account: UUID
  ) async throws -> LabelEvaluationRecord? {
    try await write(weight: (feedback?.utf8.count ?? 0) + 512) { database in
      let statement = try database.cachedStatement(
        sql: """
          UPDATE label_evaluations
          SET is_reviewed = ?1, feedback = CASE WHEN ?2 IS NULL THEN feedback ELSE NULLIF(?2, '') END
          WHERE id = ?3 AND account_id = ?4
          """)
      try statement.execute(arguments: [isReviewed, feedback, evaluation, account])
      guard database.changesCount == 1 else { return nil }
      var conditions = RowConditions()
      conditions.require("evaluations.id = ?", [evaluation])
      return try Self.evaluations(conditions, limit: 1, database).first
    }
  }

  /// Latest first.
  private static func evaluations(
    _ conditions: RowConditions, limit: Int, _ database: Database
  ) throws -> [LabelEvaluationRecord] {
    let statement = try database.cachedStatement(sql: sql(conditions))
    return try Row.fetchAll(statement, arguments: conditions.arguments + [limit]).map {
      try LabelEvaluationRecord(row: $0)
    }
  }

  private static func sql(_ conditions: RowConditions) -> String {
    """
    SELECT \(LabelEvaluationRecord.columns) FROM label_evaluations AS evaluations
    JOIN label_dataset_items AS items ON items.id = evaluations.item_id
    JOIN contents ON contents.id = items.content_id
    WHERE \(conditions.sql) ORDER BY evaluations.evaluated DESC, evaluations.id DESC LIMIT ?
    """
  }
}
