import Foundation
import GRDB

extension PolicyVersionRecord {
  /// In the order `init(row:)` reads them.
  static let columns = names.map { "policy_versions.\($0)" }.joined(separator: ", ")
  static let columnCount = names.count

  private static let names = [
    "id", "policy_id", "number", "text", "options", "global_context", "metadata", "complexity_score", "created",
    "is_expunged",
  ]

  /// About how many bytes it takes.
  var weight: Int { text.utf8.count + (options?.count ?? 0) + (globalContext?.utf8.count ?? 0) + metadata.count + 256 }

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      policyID: try row.decode(atIndex: 1),
      number: try row.decode(atIndex: 2),
      text: try row.decode(atIndex: 3),
      options: try row.decode(atIndex: 4),
      globalContext: try row.decode(atIndex: 5),
      metadata: try row.decode(atIndex: 6),
      complexityScore: try row.decode(atIndex: 7),
      created: try row.time(atIndex: 8),
      isExpunged: try row.decode(atIndex: 9))
  }

  func insert(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO policy_versions
          (id, policy_id, number, text, options, global_context, metadata, complexity_score, created, is_expunged)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      id, policyID, number, text, options, globalContext, metadata, complexityScore, created.microsecondsSince1970,
      isExpunged,
    ])
  }
}
