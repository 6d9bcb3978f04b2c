package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(_ snippet: SnippetRecord, limit: Int) async throws {
    try await write(weight: snippet.content.utf8.count + 512) { database in
      try Self.requireRoom(in: "snippets", of: snippet.accountID, limit: limit, database)
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO snippets (id, account_id, name, description, created, updated, content)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      try statement.execute(arguments: [
        snippet.id, snippet.accountID, snippet.name, snippet.description, snippet.created.microsecondsSince1970,
        snippet.updated.microsecondsSince1970, snippet.content,
      ])
      try Self.tag(snippet.id, with: snippet.tags, account: snippet.accountID, database)
    }
  }

  package func snippets(tags: [String], account: UUID) async throws -> [SnippetRecord] {
    var conditions = RowConditions()
    conditions.require("snippets.account_id = ?", [account])
    if !tags.isEmpty {
      var bearing = RowConditions()
      bearing.require("snippet_tags.account_id = ?", [account])
      bearing.require("snippet_tags.name", in: tags)
      conditions.require(
        """
        snippets.id IN (
          SELECT snippet_taggings.snippet_id FROM snippet_taggings
          JOIN snippet_tags ON snippet_tags.id = snippet_taggings.tag_id WHERE \(bearing.sql))
        """, bearing.arguments)
    }
    return try await read { [conditions] in try Self.snippets(conditions, $0) }
  }

  package func update(snippet: UUID, _ change: SnippetChange, account: UUID) async throws -> SnippetRecord? {
    try await write(weight: (change.content?.utf8.count ?? 0) + 512) { database in
      let statement = try database.cachedStatement(
        sql: """
          UPDATE snippets
          SET name = COALESCE(?, name), description = COALESCE(?, description), content = COALESCE(?, content),
            updated = ?
          WHERE id = ? AND account_id = ?
          """)
      try statement.execute(arguments: [
        change.name, change.description, change.content, change.updated.microsecondsSince1970, snippet, account,
      ])
      guard database.changesCount == 1 else { return nil }
      if let tags = change.tags {
        try database.cachedStatement(sql: "DELETE FROM snippet_taggings WHERE snippet_id = ?")
          .execute(arguments: [snippet])
        try Self.tag(snippet, with: tags, account: account, database)
      }
      var conditions = RowConditions()
      conditions.require("snippets.id = ?", [snippet])
      return try Self.snippets(conditions, database).first
    }
  }

  package func deleteSnippet(_ id: UUID, account: UUID) async throws -> Bool {
    try await write { database in
      let statement = try database.cachedStatement(sql: "DELETE FROM snippets WHERE id = ? AND account_id = ?")
      try statement.execute(arguments: [id, account])
      return database.changesCount == 1
    }
  }

  package func insert(_ tag: SnippetTagRecord, limit: Int) async throws {
    try await write { database in
      try Self.requireRoom(in: "snippet_tags", of: tag.accountID, limit: limit, database)
      let statement = try database.cachedStatement(
        sql: "INSERT INTO snippet_tags (id, account_id, name, created) VALUES (?, ?, ?, ?)")
      try statement.execute(arguments: [tag.id, tag.accountID, tag.name, tag.created.microsecondsSince1970])
    }
  }

  /// - Throws: `conflict` where an account has as many rows of a table as it may.
  static func requireRoom(in table: String, of account: UUID, limit: Int, _ database: Database) throws {
    let statement = try database.cachedStatement(sql: "SELECT COUNT(*) FROM \(table) WHERE account_id = ?")
    guard try Int.fetchOne(statement, arguments: [account]) ?? 0 < limit else {
      throw StoreError(.conflict, "an account has at most \(limit) of these")
    }
  }

  private static func tag(_ snippet: UUID, with tags: [String], account: UUID, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO snippet_taggings (snippet_id, tag_id)
        SELECT ?, id FROM snippet_tags WHERE account_id = ? AND name = ?
        """)
    for tag in tags {
      try statement.execute(arguments: [snippet, account, tag])
      guard database.changesCount == 1 else { throw StoreError(.notFound, "no snippet tag is called `\(tag)`") }
    }
  }

  private static func snippets(_ conditions: RowConditions, _ database: Database) throws -> [SnippetRecord] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, account_id, name, description, content, created, updated FROM snippets
        WHERE \(conditions.sql) ORDER BY name
        """,
      arguments: conditions.arguments)
    let taggings = try Row.fetchAll(
      database,
      sql: """
        SELECT snippet_taggings.snippet_id, snippet_tags.name FROM snippets
        JOIN snippet_taggings ON snippet_taggings.snippet_id = snippets.id
        JOIN snippet_tags ON snippet_tags.id = snippet_taggings.tag_id
        WHERE \(conditions.sql) ORDER BY snippet_tags.name
        """,
      arguments: conditions.arguments)
    var tags: [UUID: [String]] = [:]
    for row in taggings { tags[try row.decode(atIndex: 0), default: []].append(try row.decode(atIndex: 1)) }
    return try rows.map { row in
      let id: UUID = try row.decode(atIndex: 0)
      return SnippetRecord(
        id: id, accountID: try row.decode(atIndex: 1), name: try row.decode(atIndex: 2),
        description: try row.decode(atIndex: 3), content: try row.decode(atIndex: 4), tags: tags[id] ?? [],
        created: try row.time(atIndex: 5), updated: try row.time(atIndex: 6))
    }
  }
}
