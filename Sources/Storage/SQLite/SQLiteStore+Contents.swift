package import Foundation
import GRDB

extension SQLiteStore {
  package func insert(
    _ contents: [ContentRecord], limits: ContentStoreLimits
  ) async throws -> [Result<ContentRecord, StoreError>] {
    if contents.isEmpty { return [] }
    let searches = contents.map { WireContentText.folded(of: $0.data) }
    return try await write(weight: contents.reduce(0) { $0 + $1.weight }) { database in
      var room: [UUID: ContentRoom] = [:]
      return try zip(contents, searches).map { content, search in
        do {
          var own = try room[content.accountID] ?? ContentRoom(of: content.accountID, limits: limits, database)
          defer { room[content.accountID] = own }
          return .success(try Self.keep(content, search: search, in: &own, database))
        } catch let error as StoreError where error.code == .conflict {
          return .failure(error)
        }
      }
    }
  }

  package func contents(_ ids: [UUID], account: UUID, byteLimit: Int) async throws -> [ContentRecord] {
    var conditions = RowConditions()
    conditions.require("contents.account_id = ?", [account])
    conditions.require("contents.id", in: ids)
    if ids.isEmpty { return [] }
    return try await read { [conditions] database in
      let size = try Int.fetchOne(
        database, sql: "SELECT COALESCE(SUM(size), 0) FROM contents WHERE \(conditions.sql)",
        arguments: conditions.arguments)
      guard size ?? 0 <= byteLimit else {
        throw StoreError(.conflict, "these are more than \(byteLimit) bytes together: ask for fewer at once")
      }
      let records = try Self.contents(conditions, database)
      let places = Dictionary(zip(records.map(\.id), records.indices)) { first, _ in first }
      var seen: Set<UUID> = []
      return ids.compactMap { seen.insert($0).inserted ? places[$0].map { records[$0] } : nil }
    }
  }

  package func contentIDs(_ query: ContentRowQuery, account: UUID) async throws -> [UUID] {
    var conditions = RowConditions()
    conditions.require("contents.account_id = ?", [account])
    for label in Set(query.labels) {
      conditions.require(
        "contents.id IN (SELECT content_id FROM content_labels WHERE account_id = ? AND label = ?)", [account, label])
    }
    conditions.require(query)
    return try await readOne { [conditions] database in
      try UUID.fetchAll(
        database, sql: "SELECT id FROM contents WHERE \(conditions.sql) ORDER BY created DESC, id DESC",
        arguments: conditions.arguments)
    }
  }

  package func contentIDs(hashes: [String], account: UUID) async throws -> [String: UUID] {
    if hashes.isEmpty { return [:] }
    var conditions = RowConditions()
    conditions.require("account_id = ?", [account])
    conditions.require("hash", in: Array(Set(hashes)))
    return try await readOne { [conditions] database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT hash, id FROM contents WHERE \(conditions.sql)", arguments: conditions.arguments)
      return try rows.reduce(into: [:]) { $0[try $1.decode(atIndex: 0)] = try $1.decode(UUID.self, atIndex: 1) }
    }
  }

  package func update(_ changes: [ContentChange], account: UUID, limits: ContentStoreLimits) async throws {
    if changes.isEmpty { return }
    let searches = changes.map { $0.body.flatMap { WireContentText.folded(of: $0.data) } }
    try await write(weight: changes.reduce(0) { $0 + ($1.body?.data.count ?? 0) + 1_024 }) { database in
      for (change, search) in zip(changes, searches) {
        try Self.update(change, search: search, account: account, limits: limits, database)
      }
      let room = try ContentRoom(of: account, limits: limits, database)
      // What only shrinks or changes its title is written though the limit was lowered since.
      guard changes.allSatisfy({ $0.body == nil }) || room.bytes >= 0 else { throw room.exhausted }
    }
  }

  package func deleteContents(
    _ ids: [UUID], account: UUID, namedDatasets: Int
  ) async throws -> ContentDeletion {
    try await write { database in
      var deletion = ContentDeletion()
      var seen: Set<UUID> = []
      for id in ids where seen.insert(id).inserted {
        let search = try database.cachedStatement(sql: "SELECT 1 FROM contents WHERE id = ? AND account_id = ?")
        guard try Row.fetchOne(search, arguments: [id, account]) != nil else { throw StoreError(missing: id) }
        let datasets = try Self.datasets(of: id, limit: namedDatasets, database)
        if try datasets.isEmpty && Self.deleteContent(id, database) {
          deletion.deleted.append(id)
        } else {
          deletion.conflicts.append(.init(content: id, datasets: datasets))
        }
      }
      return deletion
    }
  }

  package func contentLabels(account: UUID, limit: Int) async throws -> [String] {
    try await readOne { database in
      // From one label to the next in the index: the contents of each are not walked through.
      let statement = try database.cachedStatement(
        sql: """
          WITH RECURSIVE used (label) AS (
            SELECT MIN(label) FROM content_labels WHERE account_id = ?1
            UNION ALL
            SELECT (SELECT MIN(label) FROM content_labels WHERE account_id = ?1 AND label > used.label)
            FROM used WHERE used.label IS NOT NULL
          )
          SELECT label FROM used WHERE label IS NOT NULL LIMIT ?2
          """)
      return try String.fetchAll(statement, arguments: [account, max(0, limit)])
    }
  }

  /// Each with its labels, in no order.
  static func contents(_ conditions: RowConditions, _ database: Database) throws -> [ContentRecord] {
    let labelRows = try Row.fetchAll(
      database,
      sql: """
        SELECT content_labels.content_id, content_labels.label FROM contents
        JOIN content_labels ON content_labels.content_id = contents.id
        WHERE \(conditions.sql) ORDER BY content_labels.label
        """,
      arguments: conditions.arguments)
    var labels: [UUID: [String]] = [:]
    for row in labelRows { labels[try row.decode(atIndex: 0), default: []].append(try row.decode(atIndex: 1)) }
    return try Row.fetchAll(
      database, sql: "SELECT \(ContentRecord.columns) FROM contents WHERE \(conditions.sql)",
      arguments: conditions.arguments
    ).map { try ContentRecord(row: $0, labels: labels[try $0.decode(atIndex: 0)] ?? []) }
  }

  /// - Throws: `conflict` over a limit, with nothing written.
  private static func keep(
    _ content: ContentRecord, search words: Data?, in room: inout ContentRoom, _ database: Database
  ) throws -> ContentRecord {
    let search = try database.cachedStatement(sql: "SELECT id FROM contents WHERE account_id = ? AND hash = ?")
    guard let id = try UUID.fetchOne(search, arguments: [content.accountID, content.hash]) else {
      var content = content
      content.labels = Set(content.labels).sorted()
      try room.limits.check(labels: content.labels)
      try room.take(content.data.count)
      try content.insert(search: words, database)
      try label(content.id, with: content.labels, account: content.accountID, database)
      return content
    }
    var conditions = RowConditions()
    conditions.require("contents.id = ?", [id])
    guard var kept = try contents(conditions, database).first else { throw StoreError(missing: id) }
    let added = Set(content.labels).subtracting(kept.labels)
    kept.labels = (kept.labels + added).sorted()
    try room.limits.check(labels: kept.labels)
    let isRetitled = content.title != nil && content.title != kept.title
    guard !added.isEmpty || isRetitled else { return kept }
    kept.title = content.title ?? kept.title
    kept.updated = content.updated
    try label(id, with: Array(added), account: content.accountID, database)
    try database.cachedStatement(sql: "UPDATE contents SET title = ?, updated = ? WHERE id = ?")
      .execute(arguments: [kept.title, kept.updated.microsecondsSince1970, id])
    return kept
  }

  private static func update(
    _ change: ContentChange, search words: Data?, account: UUID, limits: ContentStoreLimits, _ database: Database
  ) throws {
    if let body = change.body {
      let search = try database.cachedStatement(sql: "SELECT id FROM contents WHERE account_id = ? AND hash = ?")
      if let other = try UUID.fetchOne(search, arguments: [account, body.hash]), other != change.id {
        throw StoreError(.alreadyExists, "the content \(other.uuidString.lowercased()) has this text already")
      }
    }
    let title: String? = if case .text(let text)? = change.title { text } else { nil }
    let statement = try database.cachedStatement(
      sql: """
        UPDATE contents
        SET title = CASE ?1 WHEN 1 THEN ?2 ELSE title END, hash = COALESCE(?3, hash), size = COALESCE(?4, size),
          search = CASE WHEN ?6 IS NULL THEN search ELSE ?5 END, data = COALESCE(?6, data), updated = ?7
        WHERE id = ?8 AND account_id = ?9
        """)
    try statement.execute(arguments: [
      change.title != nil, title, change.body?.hash, change.body?.data.count, words, change.body?.data,
      change.updated.microsecondsSince1970, change.id, account,
    ])
    guard database.changesCount == 1 else { throw StoreError(missing: change.id) }
    guard let labels = change.labels.map({ Set($0).sorted() }) else { return }
    try limits.check(labels: labels)
    try database.cachedStatement(sql: "DELETE FROM content_labels WHERE content_id = ?")
      .execute(arguments: [change.id])
    try label(change.id, with: labels, account: account, database)
  }

  private static func label(_ id: UUID, with labels: [String], account: UUID, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO content_labels (content_id, account_id, label) VALUES (?, ?, ?)")
    for label in labels { try statement.execute(arguments: [id, account, label]) }
  }

  private static func datasets(
    of content: UUID, limit: Int, _ database: Database
  ) throws -> [ContentDeletion.DatasetName] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT datasets.id, datasets.name AS name FROM dataset_items
        JOIN datasets ON datasets.id = dataset_items.dataset_id WHERE dataset_items.content_id = ?1
        UNION ALL
        SELECT labels.id, labels.name FROM label_dataset_items
        JOIN labels ON labels.id = label_dataset_items.label_id WHERE label_dataset_items.content_id = ?1
        ORDER BY name LIMIT ?2
        """)
    return try Row.fetchAll(statement, arguments: [content, max(1, limit)]).map { row in
      ContentDeletion.DatasetName(id: try row.decode(atIndex: 0), name: try row.decode(atIndex: 1))
    }
  }

  /// False where another row holds it.
  private static func deleteContent(_ id: UUID, _ database: Database) throws -> Bool {
    do {
      try database.cachedStatement(sql: "DELETE FROM contents WHERE id = ?").execute(arguments: [id])
      return true
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
      return false
    }
  }
}

/// What an account may still keep.
private struct ContentRoom {
  let limits: ContentStoreLimits
  private(set) var count: Int
  private(set) var bytes: Int

  init(of account: UUID, limits: ContentStoreLimits, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT count, bytes FROM content_totals WHERE account_id = ?")
    let row = try Row.fetchOne(statement, arguments: [account])
    self.limits = limits
    count = limits.count - (try row?.decode(Int.self, atIndex: 0) ?? 0)
    bytes = limits.bytes - (try row?.decode(Int.self, atIndex: 1) ?? 0)
  }

  var exhausted: StoreError {
    StoreError(
      .conflict, "an account keeps at most \(limits.count) contents of \(limits.bytes) bytes together")
  }

  mutating func take(_ size: Int) throws {
    guard count > 0, bytes >= size else { throw exhausted }
    count -= 1
    bytes -= size
  }
}

extension ContentStoreLimits {
  fileprivate func check(labels: [String]) throws {
    guard labels.count <= self.labels else {
      throw StoreError(.conflict, "a content has at most \(self.labels) labels")
    }
  }
}

extension StoreError {
  fileprivate init(missing content: UUID) {
    self.init(.notFound, "no content has the id \(content.uuidString.lowercased())")
  }
}
