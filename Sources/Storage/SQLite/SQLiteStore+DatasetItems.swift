package import Foundation
import GRDB

extension SQLiteStore {
  package func append(
    _ items: [NewDatasetItem], to dataset: UUID, account: UUID, at moment: Date, limits: DatasetLimits
  ) async throws -> [DatasetItemRecord] {
    let weight = items.reduce(512) { $0 + ($1.labels ?? []).reduce(256) { $0 + $1.utf8.count } }
    return try await write(weight: weight) { database in
      try Self.requireDataset(dataset, account: account, database)
      var kept: [DatasetItemRecord] = []
      for item in items {
        kept.append(try Self.append(item, to: dataset, account: account, at: moment, limits: limits, database))
      }
      let count = try database.cachedStatement(sql: "SELECT COUNT(*) FROM dataset_items WHERE dataset_id = ?")
      guard try Int.fetchOne(count, arguments: [dataset]) ?? 0 <= limits.items else {
        throw StoreError(.conflict, "a dataset has at most \(limits.items) items")
      }
      try Self.touch(dataset, at: moment, database)
      return kept
    }
  }

  package func datasetItemIDs(
    _ query: ContentRowQuery, dataset: UUID, account: UUID
  ) async throws -> [DatasetItemIDs] {
    var conditions = RowConditions()
    conditions.require("dataset_items.dataset_id = ?", [dataset])
    let labels = Set(query.labels)
    if !labels.isEmpty {
      // One reading of an item's labels, however many are asked for: it has each of them once.
      let places = Array(repeating: "?", count: labels.count).joined(separator: ", ")
      var arguments = StatementArguments(Array(labels))
      arguments += [labels.count]
      conditions.require(
        "(SELECT COUNT(*) FROM json_each(dataset_items.labels) WHERE json_each.value IN (\(places))) = ?", arguments)
    }
    conditions.require(query)
    return try await read { [conditions] database in
      try Self.requireDataset(dataset, account: account, database)
      return try Row.fetchAll(
        database,
        sql: """
          SELECT dataset_items.id, dataset_items.content_id FROM dataset_items
          JOIN contents ON contents.id = dataset_items.content_id
          WHERE \(conditions.sql) ORDER BY dataset_items.position
          """,
        arguments: conditions.arguments
      ).map { DatasetItemIDs(item: try $0.decode(atIndex: 0), content: try $0.decode(atIndex: 1)) }
    }
  }

  package func datasetContents(
    _ page: DatasetPageQuery, dataset: UUID, account: UUID
  ) async throws -> [DatasetItemContent] {
    var conditions = RowConditions()
    conditions.require("dataset_items.dataset_id = ?", [dataset])
    conditions.require("dataset_items.id", in: page.ids)
    if let position = page.after { conditions.require("dataset_items.position > ?", [position]) }
    return try await read { [conditions] database in
      try Self.requireDataset(dataset, account: account, database)
      let sizes = try Row.fetchAll(
        database,
        sql: """
          SELECT dataset_items.position, contents.size FROM dataset_items
          JOIN contents ON contents.id = dataset_items.content_id
          WHERE \(conditions.sql) ORDER BY dataset_items.position LIMIT ?
          """,
        arguments: conditions.arguments + [max(0, page.limit)])
      let positions = try Self.prefix(of: sizes, byteLimit: page.byteLimit)
      return try Self.datasetContents(at: positions, database)
    }
  }

  package func datasetItemIDs(_ ids: [UUID], dataset: UUID, account: UUID) async throws -> Set<UUID> {
    var conditions = RowConditions()
    conditions.require("dataset_id = ?", [dataset])
    conditions.require("id", in: ids)
    return try await read { [conditions] database in
      try Self.requireDataset(dataset, account: account, database)
      if ids.isEmpty { return [] }
      return Set(
        try UUID.fetchAll(
          database, sql: "SELECT id FROM dataset_items WHERE \(conditions.sql)", arguments: conditions.arguments))
    }
  }

  package func removeItems(_ ids: [UUID], dataset: UUID, account: UUID, at moment: Date) async throws {
    try await write { database in
      try Self.requireDataset(dataset, account: account, database)
      let statement = try database.cachedStatement(sql: "DELETE FROM dataset_items WHERE id = ? AND dataset_id = ?")
      for id in Set(ids) {
        try statement.execute(arguments: [id, dataset])
        guard database.changesCount == 1 else { throw StoreError(missingItem: id) }
      }
      try Self.touch(dataset, at: moment, database)
    }
  }

  package func update(
    items: [UUID], _ change: DatasetItemChange, dataset: UUID, account: UUID, at moment: Date, limits: DatasetLimits
  ) async throws -> [DatasetItemRecord] {
    try await write(weight: items.count * 1_024 + 512) { database in
      try Self.requireDataset(dataset, account: account, database)
      var seen: Set<UUID> = []
      var updated: [DatasetItemRecord] = []
      for id in items where seen.insert(id).inserted {
        guard var item = try Self.item("id", id, dataset: dataset, database) else { throw StoreError(missingItem: id) }
        switch change {
        case .title(let title): item.title = title
        case .labels(let labels): item.labels = Set(labels).sorted()
        case .labelsChanged(let adding, let removing):
          item.labels = Set(item.labels).union(adding).subtracting(removing).sorted()
        }
        item.updated = moment
        try item.update(limits: limits, database)
        updated.append(item)
      }
      if !updated.isEmpty { try Self.touch(dataset, at: moment, database) }
      return updated
    }
  }

  package func datasetLabels(_ dataset: UUID, account: UUID, limit: Int) async throws -> [String] {
    try await read { database in
      try Self.requireDataset(dataset, account: account, database)
      let statement = try database.cachedStatement(
        sql: """
          SELECT DISTINCT json_each.value FROM dataset_items, json_each(dataset_items.labels)
          WHERE dataset_items.dataset_id = ? ORDER BY json_each.value LIMIT ?
          """)
      return try String.fetchAll(statement, arguments: [dataset, max(0, limit)])
    }
  }

  private static func append(
    _ new: NewDatasetItem, to dataset: UUID, account: UUID, at moment: Date, limits: DatasetLimits,
    _ database: Database
  ) throws -> DatasetItemRecord {
    let labels = try new.labels ?? Self.labels(ofContent: new.contentID, database)
    if var item = try item("content_id", new.contentID, dataset: dataset, database) {
      let all = Set(item.labels).union(labels).sorted()
      guard all != item.labels else { return item }
      item.labels = all
      item.updated = moment
      try item.update(limits: limits, database)
      return item
    }
    let item = DatasetItemRecord(
      id: UUID(), datasetID: dataset, contentID: new.contentID, title: nil, labels: Set(labels).sorted(),
      created: moment, updated: moment)
    try limits.check(labels: item.labels)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO dataset_items (id, dataset_id, content_id, title, created, updated, labels)
        SELECT ?1, ?2, id, NULL, ?3, ?3, ?4 FROM contents WHERE id = ?5 AND account_id = ?6
        """)
    try statement.execute(arguments: [
      item.id, dataset, moment.microsecondsSince1970, DatasetItemRecord.json(of: item.labels), new.contentID, account,
    ])
    guard database.changesCount == 1 else {
      throw StoreError(.notFound, "no content has the id \(new.contentID.uuidString.lowercased())")
    }
    return item
  }

  private static func labels(ofContent id: UUID, _ database: Database) throws -> [String] {
    let statement = try database.cachedStatement(sql: "SELECT label FROM content_labels WHERE content_id = ?")
    return try String.fetchAll(statement, arguments: [id])
  }

  private static func item(
    _ column: String, _ id: UUID, dataset: UUID, _ database: Database
  ) throws -> DatasetItemRecord? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(DatasetItemRecord.columns) FROM dataset_items WHERE \(column) = ? AND dataset_id = ?")
    return try Row.fetchOne(statement, arguments: [id, dataset]).map(DatasetItemRecord.init(row:))
  }

  private static func touch(_ dataset: UUID, at moment: Date, _ database: Database) throws {
    try database.cachedStatement(sql: "UPDATE datasets SET updated = ? WHERE id = ?")
      .execute(arguments: [moment.microsecondsSince1970, dataset])
  }

  /// The positions of those that are a page: never none where there are rows.
  private static func prefix(of rows: [Row], byteLimit: Int) throws -> [Int64] {
    var positions: [Int64] = []
    var room = byteLimit
    for row in rows {
      room -= try row.decode(Int.self, atIndex: 1)
      if room < 0, !positions.isEmpty { break }
      positions.append(try row.decode(atIndex: 0))
    }
    return positions
  }

  private static func datasetContents(at positions: [Int64], _ database: Database) throws -> [DatasetItemContent] {
    if positions.isEmpty { return [] }
    var conditions = RowConditions()
    conditions.require("dataset_items.position", in: positions)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT \(DatasetItemRecord.columns), dataset_items.position FROM dataset_items
        WHERE \(conditions.sql) ORDER BY dataset_items.position
        """,
      arguments: conditions.arguments)
    let items = try rows.map { row in
      (
        item: try DatasetItemRecord(row: row),
        position: try row.decode(Int64.self, atIndex: DatasetItemRecord.columnCount)
      )
    }
    var chosen = RowConditions()
    chosen.require("contents.id", in: items.map(\.item.contentID))
    var contents: [UUID: ContentRecord] = [:]
    for content in try Self.contents(chosen, database) { contents[content.id] = content }
    return items.compactMap { item, position in
      contents[item.contentID].map { DatasetItemContent(item: item, content: $0, position: position) }
    }
  }
}

extension DatasetItemRecord {
  fileprivate func update(limits: DatasetLimits, _ database: Database) throws {
    try limits.check(labels: labels)
    let statement = try database.cachedStatement(
      sql: "UPDATE dataset_items SET title = ?, labels = ?, updated = ? WHERE id = ?")
    try statement.execute(arguments: [title, Self.json(of: labels), updated.microsecondsSince1970, id])
  }
}

extension DatasetLimits {
  fileprivate func check(labels: [String]) throws {
    guard labels.count <= self.labels else {
      throw StoreError(.conflict, "an item has at most \(self.labels) labels")
    }
  }
}

extension StoreError {
  fileprivate init(missingItem id: UUID) {
    self.init(.notFound, "the dataset has no item with the id \(id.uuidString.lowercased())")
  }
}
