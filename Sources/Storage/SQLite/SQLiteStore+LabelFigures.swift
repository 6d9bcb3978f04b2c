package import Foundation
import GRDB

extension SQLiteStore {
  package func tally(_ selection: LabelDatasetSelection, account: UUID) async throws -> LabelEvaluationTally {
    try await readOne { try LabelEvaluationTally(selection, account: account, $0) }
  }

  package func tallies(
    versions: [UUID], label: UUID, account: UUID
  ) async throws -> [UUID: LabelEvaluationTally] {
    try await read { database in
      var tallies: [UUID: LabelEvaluationTally] = [:]
      for version in versions {
        var selection = LabelDatasetSelection(label: label)
        selection.version = version
        tallies[version] = try LabelEvaluationTally(selection, account: account, database)
      }
      return tallies
    }
  }

  package func labelDatasetCounts(
    labels: [UUID], account: UUID
  ) async throws -> [UUID: LabelDatasetCounts] {
    try await read { database in
      let owned = try database.cachedStatement(
        sql: "SELECT 1 FROM labels WHERE id = ? AND account_id = ? AND is_deleted = 0")
      var counts: [UUID: LabelDatasetCounts] = [:]
      for label in labels where counts[label] == nil {
        guard try Row.fetchOne(owned, arguments: [label, account]) != nil else { continue }
        counts[label] = try LabelDatasetCounts(LabelDatasetSelection(label: label), account: account, database)
      }
      return counts
    }
  }

  package func differences(
    between first: UUID, and second: UUID, label: UUID, account: UUID, limit: Int
  ) async throws -> [LabelDifference] {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT items.id, items.content_id, contents.search IS NOT NULL, items.expected, first.actual, second.actual
          FROM label_dataset_items AS items
          JOIN labels ON labels.id = items.label_id
          JOIN contents ON contents.id = items.content_id
          LEFT JOIN label_evaluations AS first ON first.item_id = items.id AND first.version_id = ?1
          LEFT JOIN label_evaluations AS second ON second.item_id = items.id AND second.version_id = ?2
          WHERE items.label_id = ?3 AND labels.account_id = ?4 AND labels.is_deleted = 0
            AND first.actual IS NOT second.actual
          ORDER BY first.actual IS NULL OR second.actual IS NULL, items.created DESC, items.id DESC LIMIT ?5
          """)
      return try Row.fetchAll(statement, arguments: [first, second, label, account, max(0, limit)]).map { row in
        LabelDifference(
          itemID: try row.decode(atIndex: 0), contentID: try row.decode(atIndex: 1),
          hasText: try row.decode(atIndex: 2), expected: try row.result(atIndex: 3),
          first: try row.result(atIndex: 4), second: try row.result(atIndex: 5))
      }
    }
  }
}

extension LabelEvaluationTally {
  /// All in one pass over the items.
  fileprivate init(_ selection: LabelDatasetSelection, account: UUID, _ database: Database) throws {
    let isCounted = "items.expected IS NOT NULL AND evaluations.expected IS NOT NULL"
    let matches = LabelDatasetSelection.MatchType.allCases.map { match in
      """
      COALESCE(SUM(\(isCounted) AND evaluations.expected = \(match.expected.rawValue)
        AND evaluations.actual = \(match.actual.rawValue)), 0)
      """
    }
    let columns = [
      "COUNT(*)", "COUNT(items.expected)",
      "COALESCE(SUM(items.expected IS NOT NULL AND evaluations.id IS NOT NULL AND \(LabelEvaluationRecord.isStale)), 0)",
      "MAX(CASE WHEN \(isCounted) THEN evaluations.evaluated END)",
      "MAX(CASE WHEN items.expected IS NOT NULL THEN items.expectation_set END)",
      "MAX(CASE WHEN items.expected IS NOT NULL AND evaluations.id IS NULL THEN items.expectation_set END)",
    ]
    let (sql, arguments) = LabelItemSelection(selection, account: account)
      .statement((columns + matches).joined(separator: ", "))
    self.init()
    guard let row = try Row.fetchOne(database, sql: sql, arguments: arguments) else { return }
    items = try row.decode(atIndex: 0)
    evaluable = try row.decode(atIndex: 1)
    stale = try row.decode(atIndex: 2)
    lastEvaluated = try row.optionalTime(atIndex: 3)
    expectationsSet = try row.optionalTime(atIndex: 4)
    unevaluatedExpectationsSet = try row.optionalTime(atIndex: 5)
    // In the order of the cases.
    truePositives = try row.decode(atIndex: 6)
    falsePositives = try row.decode(atIndex: 7)
    falseNegatives = try row.decode(atIndex: 8)
    trueNegatives = try row.decode(atIndex: 9)
  }
}

extension LabelDatasetCounts {
  fileprivate init(_ selection: LabelDatasetSelection, account: UUID, _ database: Database) throws {
    let terms = [
      "items.expected = 1", "items.expected = 2", "evaluations.id IS NOT NULL",
      "evaluations.actual = evaluations.expected", "evaluations.actual <> evaluations.expected",
      "evaluations.id IS NOT NULL AND \(LabelEvaluationRecord.isStale)",
      "evaluations.actual <> evaluations.expected AND NOT evaluations.is_reviewed",
    ]
    let (sql, arguments) = LabelItemSelection(selection, account: account)
      .statement((["COUNT(*)"] + terms.map { "COALESCE(SUM(\($0)), 0)" }).joined(separator: ", "))
    self.init()
    guard let row = try Row.fetchOne(database, sql: sql, arguments: arguments) else { return }
    items = try row.decode(atIndex: 0)
    expectedFlagged = try row.decode(atIndex: 1)
    expectedNotFlagged = try row.decode(atIndex: 2)
    evaluated = try row.decode(atIndex: 3)
    correct = try row.decode(atIndex: 4)
    incorrect = try row.decode(atIndex: 5)
    stale = try row.decode(atIndex: 6)
    needingReview = try row.decode(atIndex: 7)
  }
}
