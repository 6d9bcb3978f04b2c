import Foundation
import GRDB

extension BatchRecord {
  /// In the order `init(row:)` reads them.
  static let columns = """
    id, account_id, name, policy_id, policy_version_id, state, created, updated, ended, input_file, \
    input_rows, input_bytes, rows_done, rows_failed, output_bytes, failure_code, failure_message, rows_counted
    """

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      name: try row.decode(atIndex: 2),
      policyID: try row.decode(atIndex: 3),
      policyVersionID: try row.decode(atIndex: 4),
      created: try row.time(atIndex: 6))
    state = try row.choice(BatchState.self, atIndex: 5)
    updated = try row.time(atIndex: 7)
    ended = try row.optionalTime(atIndex: 8)
    if let file: String = try row.decode(atIndex: 9) {
      input = BatchInput(file: file, rows: try row.decode(atIndex: 10), bytes: try row.decode(atIndex: 11))
    }
    progress = BatchProgress(
      rows: try row.decode(atIndex: 12), failedRows: try row.decode(atIndex: 13),
      outputBytes: try row.decode(atIndex: 14), countedRows: try row.decode(atIndex: 17))
    if let code: Int = try row.decode(atIndex: 15) {
      failure = BatchFailure(code: code, message: try row.decode(atIndex: 16))
    }
  }

  func insert(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO batches (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    var arguments: StatementArguments = [
      id, accountID, name, policyID, policyVersionID, state.rawValue, created.microsecondsSince1970,
    ]
    arguments += changing
    try statement.execute(arguments: arguments)
  }

  func update(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        UPDATE batches
        SET state = ?, updated = ?, ended = ?, input_file = ?, input_rows = ?, input_bytes = ?, rows_done = ?,
          rows_failed = ?, output_bytes = ?, failure_code = ?, failure_message = ?, rows_counted = ?
        WHERE id = ?
        """)
    var arguments: StatementArguments = [state.rawValue]
    arguments += changing
    arguments += [id]
    try statement.execute(arguments: arguments)
  }

  /// What changes in the course of its life, but for the state: from `updated` on, in the order of the columns.
  private var changing: StatementArguments {
    [
      updated.microsecondsSince1970, ended?.microsecondsSince1970, input?.file, input?.rows, input?.bytes,
      progress.rows, progress.failedRows, progress.outputBytes, failure?.code, failure?.message,
      progress.countedRows,
    ]
  }
}
