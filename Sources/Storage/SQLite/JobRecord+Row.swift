import Foundation
import GRDB

extension JobRecord {
  private static let smallColumns =
    "id, account_id, type, state, policy_id, policy_version_id, threshold, created, updated, completed"

  /// In the order `init(row:)` reads them.
  static let columns = "\(smallColumns), summary, results, request, label_id, label_version_id"

  private static let insertion =
    "INSERT INTO jobs (\(smallColumns), summary, results, request) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
  private static let labelInsertion =
    "INSERT INTO jobs (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

  /// The same, without what a list leaves out.
  static let listColumns =
    "\(smallColumns), summary, CASE WHEN state = 3 THEN results END, NULL, label_id, label_version_id"

  /// The same for jobs that are only looked for: of what may be large, whether there is a request.
  static let bareColumns = """
    \(smallColumns), x'', NULL, CASE WHEN typeof(request) <> 'null' THEN x'' END, label_id, label_version_id
    """

  /// About how many bytes it takes.
  var weight: Int { summary.count + (results?.count ?? 0) + (request?.count ?? 0) + 256 }

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      type: try row.decode(atIndex: 2),
      state: try row.choice(JobState.self, atIndex: 3),
      policyID: try row.decode(atIndex: 4),
      policyVersionID: try row.decode(atIndex: 5),
      threshold: try row.decode(atIndex: 6),
      created: try row.time(atIndex: 7),
      updated: try row.time(atIndex: 8),
      completed: try row.optionalTime(atIndex: 9),
      request: try row.decode(atIndex: 12),
      summary: try row.decode(atIndex: 10),
      results: try row.decode(atIndex: 11))
    labelID = try row.decode(atIndex: 13)
    labelVersionID = try row.decode(atIndex: 14)
  }

  func insert(_ database: Database) throws {
    let statement = try database.cachedStatement(sql: labelID == nil ? Self.insertion : Self.labelInsertion)
    var arguments: StatementArguments = [
      id, accountID, type, state.rawValue, policyID, policyVersionID, threshold, created.microsecondsSince1970,
      updated.microsecondsSince1970, completed?.microsecondsSince1970, summary, results,
      // What has ended will not run again.
      state.isTerminal ? nil : request,
    ]
    if labelID != nil { arguments += [labelID, labelVersionID] }
    try statement.execute(arguments: arguments)
  }

  /// What it adds to the figures: only a completed job has any.
  var entry: FigureEntry? {
    guard state == .completed, let figures, let completed else { return nil }
    return FigureEntry(figures: figures, moment: completed.microsecondsSince1970)
  }
}
