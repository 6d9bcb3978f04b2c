import Foundation
import GRDB

extension LabelDatasetItemRecord {
  /// In the order `init(row:)` reads them.
  static let columns = names.map { "items.\($0)" }.joined(separator: ", ")
  static let columnCount = names.count

  private static let names = ["id", "label_id", "content_id", "expected", "title", "notes", "created", "updated"]

  /// About how many bytes it takes.
  var weight: Int { (title?.utf8.count ?? 0) + (notes?.utf8.count ?? 0) + 256 }

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      labelID: try row.decode(atIndex: 1),
      contentID: try row.decode(atIndex: 2),
      expected: try row.result(atIndex: 3),
      title: try row.decode(atIndex: 4),
      notes: try row.decode(atIndex: 5),
      created: try row.time(atIndex: 6),
      updated: try row.time(atIndex: 7))
  }

  func insert(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO label_dataset_items
          (id, label_id, content_id, expected, title, notes, created, updated, expectation_set)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7)
        """)
    try statement.execute(arguments: [
      id, labelID, contentID, expected?.rawValue, title, notes, created.microsecondsSince1970,
      updated.microsecondsSince1970,
    ])
  }
}

extension Row {
  /// - Throws: where the value is none of the cases: the file was changed from outside.
  func result(atIndex index: Int) throws -> EvaluationResult? {
    let value: Int? = try decode(atIndex: index)
    return value == nil ? nil : try choice(EvaluationResult.self, atIndex: index)
  }
}
