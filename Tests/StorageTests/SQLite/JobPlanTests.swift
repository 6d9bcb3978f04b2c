import Foundation
import GRDB
import Testing

@testable import Storage

/// The planner's own word that what clients and servers ask for is answered from an index.
struct JobPlanTests {
  private func plan(_ sql: String, _ arguments: StatementArguments) async throws -> String {
    try await withStore { store in
      try await store.read { database in
        try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
          .map { try $0.decode(String.self, forColumn: "detail") }.joined(separator: "; ")
      }
    }
  }

  /// A list walks an index in its own order: no scan, no sort, whatever the filters.
  @Test(arguments: [
    ([], "jobs_by_created (account_id=?)"),
    (["cursor"], "jobs_by_created (account_id=? AND (created,id)<(?,?))"),
    (["created"], "jobs_by_created (account_id=? AND created>? AND created<?)"),
    (["completed"], "jobs_by_created (account_id=?)"),
    (["done"], "jobs_by_created (account_id=?)"),
    (["policy"], "jobs_by_policy (account_id=? AND policy_id=?)"),
    (["policy", "cursor"], "jobs_by_policy (account_id=? AND policy_id=? AND (created,id)<(?,?))"),
    (["policy", "done"], "jobs_by_policy (account_id=? AND policy_id=?)"),
    (["failed"], "jobs_by_state (account_id=? AND state=?)"),
    (["failed", "cursor"], "jobs_by_state (account_id=? AND state=? AND (created,id)<(?,?))"),
    (["failed", "created"], "jobs_by_state (account_id=? AND state=? AND created>? AND created<?)"),
  ])
  func listsFromAnIndex(filters: [String], expected: String) async throws {
    var query = JobRowQuery(limit: 10)
    if filters.contains("cursor") { query.after = PageCursor(created: Sample.time(), id: UUID()) }
    if filters.contains("policy") { query.policyID = UUID() }
    if filters.contains("failed") { query.state = .failed }
    if filters.contains("done") { query.state = .completed }
    let span = TimeSpan(start: Sample.time(), end: Sample.time(1), isInclusive: false)
    if filters.contains("created") { query.created = span }
    if filters.contains("completed") { query.completed = span }
    let selection = JobSelection(query, account: UUID())
    #expect(try await plan(selection.sql, selection.arguments) == "SEARCH jobs USING INDEX \(expected)")
  }

  /// A restart reads the unfinished jobs alone.
  @Test func findsUnfinishedFromAnIndex() async throws {
    let first = JobSelection(unfinishedAfter: nil, limit: 10)
    let next = JobSelection(unfinishedAfter: PageCursor(created: Sample.time(), id: UUID()), limit: 10)
    #expect(try await plan(first.sql, first.arguments) == "SCAN jobs USING INDEX jobs_unfinished")
    #expect(
      try await plan(next.sql, next.arguments) == "SEARCH jobs USING INDEX jobs_unfinished ((created,id)>(?,?))")
  }

  /// Retention reads the oldest ended jobs alone.
  @Test func deletesFromAnIndex() async throws {
    let steps = try await plan(JobSelection.deletion, [0, 10])
    #expect(steps.contains("SEARCH jobs USING INDEX jobs_by_completed (completed<?)"))
    #expect(steps.contains("SEARCH jobs USING INTEGER PRIMARY KEY (rowid=?)") && !steps.contains("SCAN"))
  }
}
