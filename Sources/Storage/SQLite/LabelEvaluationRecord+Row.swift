import Foundation
import GRDB

extension LabelEvaluationRecord {
  /// In the order `init(row:from:)` reads them.
  static let columns =
    (names.map { "evaluations.\($0)" } + [isStale]).joined(separator: ", ")

  /// Holds of an evaluation beside its item and the item's content: either is another than when it was made.
  static let isStale =
    "(evaluations.expected IS NOT items.expected OR evaluations.content_hash <> contents.hash)"

  private static let names = [
    "id", "item_id", "version_id", "draft_id", "actual", "score", "expected", "content_hash", "evaluator_id",
    "evaluated", "created", "is_reviewed", "feedback",
  ]

  /// About how many bytes it takes.
  var weight: Int { (feedback?.utf8.count ?? 0) + contentHash.utf8.count + 512 }

  /// - Parameter first: where its columns begin in the row.
  init(row: Row, from first: Int = 0) throws {
    let draft: UUID? = try row.decode(atIndex: first + 3)
    self.init(
      id: try row.decode(atIndex: first),
      itemID: try row.decode(atIndex: first + 1),
      subject: try draft.map(Subject.draft) ?? .version(row.decode(atIndex: first + 2)),
      actual: try row.choice(EvaluationResult.self, atIndex: first + 4),
      score: try row.decode(atIndex: first + 5),
      expected: try row.result(atIndex: first + 6),
      contentHash: try row.decode(atIndex: first + 7),
      evaluatorID: try row.decode(atIndex: first + 8),
      evaluated: try row.time(atIndex: first + 9),
      created: try row.time(atIndex: first + 10))
    isReviewed = try row.decode(atIndex: first + 11)
    feedback = try row.decode(atIndex: first + 12)
    isStale = try row.decode(atIndex: first + 13)
  }

  /// In place of the one before it, if there is one.
  ///
  /// - Returns: whether the account has the item.
  func upsert(account: UUID, _ database: Database) throws -> Bool {
    let (version, draft, target): (UUID?, UUID?, String) =
      switch subject {
      case .version(let id): (id, nil, "(item_id, version_id) WHERE version_id IS NOT NULL")
      case .draft(let id): (nil, id, "(item_id, evaluator_id) WHERE version_id IS NULL")
      }
    // The terms on the right read the row as it was.
    let isSame = """
      actual = excluded.actual AND expected IS excluded.expected AND content_hash = excluded.content_hash
      AND draft_id IS excluded.draft_id
      """
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO label_evaluations
          (id, account_id, label_id, item_id, version_id, draft_id, actual, score, expected, content_hash, is_reviewed,
          feedback, evaluator_id, evaluated, created)
        SELECT ?1, labels.account_id, labels.id, items.id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12
        FROM label_dataset_items AS items JOIN labels ON labels.id = items.label_id
        WHERE items.id = ?13 AND labels.account_id = ?14
        ON CONFLICT \(target) DO UPDATE SET
          is_reviewed = is_reviewed AND \(isSame), feedback = CASE WHEN \(isSame) THEN feedback END,
          draft_id = excluded.draft_id, actual = excluded.actual, score = excluded.score,
          expected = excluded.expected, content_hash = excluded.content_hash, evaluator_id = excluded.evaluator_id,
          evaluated = excluded.evaluated
        """)
    try statement.execute(arguments: [
      id, version, draft, actual.rawValue, score, expected?.rawValue, contentHash, isReviewed, feedback, evaluatorID,
      evaluated.microsecondsSince1970, created.microsecondsSince1970, itemID, account,
    ])
    return database.changesCount == 1
  }
}
