package import Foundation

/// What jobs counted, what was active when, and the jobs that a content feed shows.
///
/// Times of figures are whole minutes since 1970; a row of figures belongs to the stretch of time that its start is in.
package protocol AnalyticsStore: Sendable {
  /// `finish` for a job that completes, with what it adds to the figures: both, or neither.
  func complete(job: UUID, results: Data?, figures: JobFigures?, at: Date) async throws -> Bool
  /// `apply` of what counts rows of a batch job: the figures are kept if the event happens, in its transaction.
  func apply(_ event: BatchEvent, to batch: UUID, figures: JobFigures?, at: Date) async throws -> BatchRecord?

  /// Reviews and tokens by bucket and by policy or label.
  ///
  /// - Parameter edges: where each bucket begins, and where the last one ends; ascending, two or more.
  /// - Returns: nil where more rows than the limit would have to be read.
  func usage(
    of kind: FigureSubject.Kind, account: UUID, edges: [Int64], span: FigureSpan, rowLimit: Int
  ) async throws -> UsageFigures?
  /// The figures of one policy or label by day of UTC and version, oldest first.
  ///
  /// - Returns: nil where more rows than the limit would have to be read, or more labels' outcomes held.
  func dailyFigures(
    of kind: FigureSubject.Kind, _ subject: UUID, account: UUID, within: FigureRange, rowLimit: Int, outcomeLimit: Int
  ) async throws -> [DailyFigures]?
  /// The versions of a policy or a label that were ever evaluated, in the order of their first time.
  func evaluatedVersions(
    of kind: FigureSubject.Kind, _ subject: UUID, account: UUID
  ) async throws -> [EvaluatedVersion]
  /// The policies, or labels, that have figures in a range.
  func evaluatedSubjects(
    _ kind: FigureSubject.Kind, account: UUID, within: FigureRange
  ) async throws -> [UUID]
  /// Deletes the figures of all accounts that are older, oldest first, at most `limit` rows; how many it deleted.
  func deleteFigures(_ span: FigureSpan, startedBefore: Date, limit: Int) async throws -> Int

  /// Newest first: those that were active at some time of the span.
  func deployments(
    policy: UUID, account: UUID, within: TimeSpan?, limit: Int
  ) async throws -> [DeploymentRecord]
  /// Completed jobs with results, by (created, id), after the cursor; without `request`.
  func feedJobs(_ query: FeedRowQuery, account: UUID) async throws -> [JobRecord]
}
