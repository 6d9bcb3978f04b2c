import Foundation
import GRDB

/// The statements that choose items of labels' datasets, each beside its content and the evaluation that is meant, apart
/// from their running.
struct LabelItemSelection: Sendable {
  /// Items, contents and evaluations, joined.
  private let source: String
  private let sourceArguments: StatementArguments
  private var conditions = RowConditions()

  /// - Parameter version: nil: each item's latest evaluation of any version.
  private init(version: UUID?, account: UUID) {
    let evaluation =
      version == nil
      ? """
      evaluations.id = (
        SELECT id FROM label_evaluations WHERE item_id = items.id AND version_id IS NOT NULL
        ORDER BY evaluated DESC, id DESC LIMIT 1)
      """ : "evaluations.item_id = items.id AND evaluations.version_id = ?"
    source = """
      label_dataset_items AS items
      JOIN labels ON labels.id = items.label_id
      JOIN contents ON contents.id = items.content_id
      LEFT JOIN label_evaluations AS evaluations ON \(evaluation)
      """
    sourceArguments = version.map { [$0] } ?? StatementArguments()
    conditions.require("labels.account_id = ?", [account])
    conditions.require("labels.is_deleted = 0")
  }

  /// Items by their ids, with their latest evaluations.
  init(ids: [UUID], label: UUID?, account: UUID) {
    self.init(version: nil, account: account)
    if let label { conditions.require("items.label_id = ?", [label]) }
    // An empty list is no item, and not any.
    ids.isEmpty ? conditions.require("FALSE") : conditions.require("items.id", in: ids)
  }

  init(_ selection: LabelDatasetSelection, account: UUID) {
    self.init(version: selection.version, account: account)
    conditions.require("items.label_id = ?", [selection.label])
    if let expected = selection.expected { conditions.require("items.expected = ?", [expected.rawValue]) }
    conditions.require("items.expected IS NOT NULL", is: selection.hasExpectation)
    conditions.require("evaluations.id IS NOT NULL", is: selection.isEvaluated)
    conditions.require("evaluations.actual <> evaluations.expected", is: selection.isIncorrect)
    conditions.require("evaluations.id IS NOT NULL AND \(LabelEvaluationRecord.isStale)", is: selection.isStale)
    if let match = selection.matchType {
      conditions.require(
        "evaluations.expected = ? AND evaluations.actual = ?", [match.expected.rawValue, match.actual.rawValue])
    }
    conditions.require("items.id", in: selection.ids)
    conditions.require("items.id", notIn: selection.excluded)
    if !selection.text.isEmpty {
      conditions.require("instr(contents.search, ?) > 0", [WireContentText.folded(selection.text)])
    }
  }

  /// - Parameters:
  ///   - columns: of `items`, `contents` and `evaluations`.
  ///   - rest: what follows the conditions.
  func statement(
    _ columns: String, _ rest: String = "", _ restArguments: StatementArguments = StatementArguments()
  ) -> (sql: String, arguments: StatementArguments) {
    (
      "SELECT \(columns) FROM \(source) WHERE \(conditions.sql) \(rest)",
      sourceArguments + conditions.arguments + restArguments
    )
  }

  /// Rows as `LabelDatasetItemRow` reads them, in no order.
  var rows: (sql: String, arguments: StatementArguments) { statement(LabelDatasetItemRow.columns) }

  func rows(
    _ page: LabelDatasetPage, _ columns: String = LabelDatasetItemRow.columns
  ) -> (sql: String, arguments: StatementArguments) {
    var selection = self
    let (direction, after) = page.isAscending ? ("ASC", ">") : ("DESC", "<")
    switch page.after {
    case nil: break
    case .created(let created, let id)?:
      selection.conditions.require(
        "(items.created, items.id) \(after) (?, ?)", [created.microsecondsSince1970, id])
    case .score(nil, let id)?:
      selection.conditions.require("evaluations.score IS NULL AND items.id \(after) ?", [id])
    case .score(let score?, let id)?:
      selection.conditions.require(
        "(evaluations.score IS NULL OR (evaluations.score, items.id) \(after) (?, ?))", [score, id])
    }
    let order =
      switch page.order {
      case .created: "items.created \(direction), items.id \(direction)"
      case .score: "evaluations.score IS NULL, evaluations.score \(direction), items.id \(direction)"
      }
    // SQLite takes a negative limit for none.
    return selection.statement(columns, "ORDER BY \(order) LIMIT ?", [max(0, page.limit)])
  }
}

extension LabelDatasetItemRow {
  /// In the order `init(row:)` reads them.
  static let columns = "\(LabelDatasetItemRecord.columns), contents.size, \(LabelEvaluationRecord.columns)"

  init(row: Row) throws {
    let count = LabelDatasetItemRecord.columnCount
    let evaluation: UUID? = try row.decode(atIndex: count + 1)
    self.init(
      item: try LabelDatasetItemRecord(row: row),
      evaluation: evaluation == nil ? nil : try LabelEvaluationRecord(row: row, from: count + 1),
      contentBytes: try row.decode(atIndex: count))
  }
}

extension RowConditions {
  /// That a term holds, or does not hold; one that is NULL does not. Nil requires nothing.
  mutating func require(_ term: String, is expected: Bool?) {
    if let expected { require("(\(term)) IS \(expected ? "" : "NOT ")TRUE") }
  }
}
