package import Foundation

/// Jobs, with what a restart needs of them.
package protocol JobStore: Sendable {
  /// A job may come completed, with its results: then this is its only write, and its figures count.
  func insert(_ job: JobRecord) async throws
  /// All, or none.
  func insert(_ jobs: [JobRecord]) async throws
  /// Moves a pending job to running; false where it is not pending any more.
  func start(job: UUID, at: Date) async throws -> Bool
  /// Ends a job that has not ended: state, results, completed; drops its request. False where it had ended.
  func finish(job: UUID, state: JobState, results: Data?, at: Date) async throws -> Bool
  func job(_ id: UUID, account: UUID) async throws -> JobRecord?
  /// Newest first, by (created, id), after the cursor; without `request`, and without `results` of those not completed.
  func jobs(_ query: JobRowQuery, account: UUID) async throws -> [JobRecord]
  /// A pending or running job, with its request; nil once it has ended.
  func unfinishedJob(_ id: UUID) async throws -> JobRecord?
  /// Pending and running jobs of all accounts, oldest first: what a restart has to settle. Their summaries are empty, and so
  /// are the requests of those that have one: a hundred requests may be more than there is memory.
  func unfinishedJobs(limit: Int, after: PageCursor?) async throws -> [JobRecord]
  /// Deletes the jobs of all accounts that ended before then, oldest first, at most `limit` of them; how many it deleted.
  /// Those whose webhook is still to be delivered stay.
  func deleteJobs(endedBefore: Date, limit: Int) async throws -> Int
}
