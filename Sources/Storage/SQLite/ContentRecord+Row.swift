import Foundation
import GRDB

extension ContentRecord {
  /// In the order `init(row:labels:)` reads them.
  static let columns = names.map { "contents.\($0)" }.joined(separator: ", ")
  static let columnCount = names.count

  private static let names = ["id", "account_id", "hash", "modality", "title", "created", "updated", "data"]

  /// About how many bytes it takes.
  var weight: Int { data.count + (title?.utf8.count ?? 0) + labels.reduce(0) { $0 + $1.utf8.count + 32 } + 512 }

  init(row: Row, labels: [String]) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      hash: try row.decode(atIndex: 2),
      modality: try row.decode(atIndex: 3),
      title: try row.decode(atIndex: 4),
      data: try row.decode(atIndex: 7),
      labels: labels,
      created: try row.time(atIndex: 5),
      updated: try row.time(atIndex: 6))
  }

  /// - Parameter search: its words, as they are compared.
  func insert(search: Data?, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO contents (id, account_id, hash, modality, size, created, updated, title, search, data)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      id, accountID, hash, modality, data.count, created.microsecondsSince1970, updated.microsecondsSince1970, title,
      search, data,
    ])
  }
}

extension RowConditions {
  /// What a query asks of contents. Labels are left to the caller.
  mutating func require(_ query: ContentRowQuery) {
    require("contents.modality", in: query.modalities)
    // Both are bytes: a text may have zeros in it, and signs that a pattern would take for others.
    if !query.text.isEmpty { require("instr(contents.search, ?) > 0", [WireContentText.folded(query.text)]) }
  }
}
