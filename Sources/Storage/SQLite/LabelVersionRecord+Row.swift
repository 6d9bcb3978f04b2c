import Foundation
import GRDB

extension LabelVersionRecord {
  /// In the order `init(row:)` reads them.
  static let columns = names.map { "label_versions.\($0)" }.joined(separator: ", ")

  private static let names = [
    "id", "label_id", "number", "text", "digest", "description", "parent_id", "creator_id", "options", "global_context",
    "signal_count", "signal_tokens", "complexity_score", "created",
  ]

  /// About how many bytes it takes.
  var weight: Int {
    text.utf8.count + (description?.utf8.count ?? 0) + (options?.count ?? 0) + (globalContext?.utf8.count ?? 0) + 512
  }

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      labelID: try row.decode(atIndex: 1),
      number: try row.decode(atIndex: 2),
      text: try row.decode(atIndex: 3),
      digest: try row.decode(atIndex: 4),
      description: try row.decode(atIndex: 5),
      parentID: try row.decode(atIndex: 6),
      creatorID: try row.decode(atIndex: 7),
      options: try row.decode(atIndex: 8),
      globalContext: try row.decode(atIndex: 9),
      signalCount: try row.decode(atIndex: 10),
      signalTokens: try row.decode(atIndex: 11),
      complexityScore: try row.decode(atIndex: 12),
      created: try row.time(atIndex: 13))
  }

  func insert(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO label_versions (\(Self.names.joined(separator: ", ")))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      id, labelID, number, text, digest, description, parentID, creatorID, options, globalContext, signalCount,
      signalTokens, complexityScore, created.microsecondsSince1970,
    ])
  }
}
