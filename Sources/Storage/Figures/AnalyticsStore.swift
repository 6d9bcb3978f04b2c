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

/// Minutes since 1970, from one on and before another; a bound that is nil is open.
package struct FigureRange: Sendable, Hashable {
  package var start: Int64?
  package var end: Int64?

  package init(start: Int64? = nil, end: Int64? = nil) {
    self.start = start
    self.end = end
  }
}

/// Reviews and tokens of texts and of images.
package struct SeriesFigures: Sendable, Hashable {
  package struct Count: Sendable, Hashable {
    package var reviews: Int64 = 0
    package var tokens: Int64 = 0

    package init() {}
  }

  package var texts = Count()
  package var images = Count()

  package init() {}

  package mutating func add(reviews: Int64, tokens: Int64, of series: FigureSeries) {
    switch series {
    case .text:
      texts.reviews.add(reviews)
      texts.tokens.add(tokens)
    case .image:
      images.reviews.add(reviews)
      images.tokens.add(tokens)
    }
  }
}

package struct UsageFigures: Sendable, Hashable {
  /// One for each bucket.
  package var buckets: [SeriesFigures]
  /// By policy, or by label.
  package var subjects: [UUID: SeriesFigures]

  package init(buckets: [SeriesFigures], subjects: [UUID: SeriesFigures]) {
    self.buckets = buckets
    self.subjects = subjects
  }
}

package struct DailyFigures: Sendable, Hashable {
  /// Since 1970, of UTC.
  package var day: Int64
  package var versionID: UUID
  package var tally: FigureTally

  package init(day: Int64, versionID: UUID, tally: FigureTally) {
    self.day = day
    self.versionID = versionID
    self.tally = tally
  }
}

package struct EvaluatedVersion: Sendable, Hashable {
  package var id: UUID
  /// Within its policy or label.
  package var number: Int
  package var first: Date

  package init(id: UUID, number: Int, first: Date) {
    self.id = id
    self.number = number
    self.first = first
  }
}

package struct FeedRowQuery: Sendable, Hashable {
  package var created: TimeSpan?
  package var policyID: UUID?
  package var labelID: UUID?
  package var labelVersionID: UUID?
  package var isOldestFirst = false
  package var after: PageCursor?
  package var limit: Int

  package init(limit: Int) {
    self.limit = limit
  }
}
