package import Foundation
import GRDB

extension SQLiteStore {
  package func save(_ draft: LabelDraftRecord, account: UUID) async throws -> LabelDraftRecord? {
    try await write(weight: draft.text.utf8.count + 512) { database in
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO label_drafts (id, label_id, user_id, text, options, global_context, created, updated)
          SELECT ?1, id, ?2, ?3, ?4, ?5, ?6, ?7 FROM labels WHERE id = ?8 AND account_id = ?9 AND is_deleted = 0
          ON CONFLICT (label_id, user_id) DO UPDATE
          SET text = excluded.text, options = excluded.options, global_context = excluded.global_context,
            updated = excluded.updated
          RETURNING \(LabelDraftRecord.names)
          """)
      let row = try Row.fetchOne(
        statement,
        arguments: [
          draft.id, draft.userID, draft.text, draft.options, draft.globalContext,
          draft.created.microsecondsSince1970, draft.updated.microsecondsSince1970, draft.labelID, account,
        ])
      return try row.map(LabelDraftRecord.init(row:))
    }
  }

  package func labelDraft(label: UUID, user: UUID, account: UUID) async throws -> LabelDraftRecord? {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(LabelDraftRecord.names) FROM label_drafts
          WHERE label_id = (SELECT id FROM labels WHERE id = ? AND account_id = ? AND is_deleted = 0) AND user_id = ?
          """)
      return try Row.fetchOne(statement, arguments: [label, account, user]).map(LabelDraftRecord.init(row:))
    }
  }

  package func deleteLabelDraft(label: UUID, user: UUID, account: UUID) async throws -> Bool {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: """
          DELETE FROM label_drafts
          WHERE label_id = (SELECT id FROM labels WHERE id = ? AND account_id = ?) AND user_id = ?
          """)
      try statement.execute(arguments: [label, account, user])
      return database.changesCount == 1
    }
  }
}

extension LabelDraftRecord {
  /// In the order `init(row:)` reads them.
  fileprivate static let names = "id, label_id, user_id, text, options, global_context, created, updated"

  fileprivate init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      labelID: try row.decode(atIndex: 1),
      userID: try row.decode(atIndex: 2),
      text: try row.decode(atIndex: 3),
      options: try row.decode(atIndex: 4),
      globalContext: try row.decode(atIndex: 5),
      created: try row.time(atIndex: 6),
      updated: try row.time(atIndex: 7))
  }
}
