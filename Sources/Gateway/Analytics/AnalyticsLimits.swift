package import Foundation

/// What one question about the figures may cost, and how long they are kept.
package enum AnalyticsLimits {
  /// Steps of an interval.
  package static let buckets = 10_000
  /// Units that a step has.
  package static let intervalLength = 10_000
  /// Bytes of a time zone's name; the longest of the database has 32.
  package static let zoneBytes = 64
  /// Rows of figures that one call reads.
  package static let figureRows = 2_000_000
  /// Daily outcomes that one call answers.
  package static let outcomes = 100_000
  /// Outcomes of labels by day and version that one call holds.
  static let heldOutcomes = 1_000_000
  /// Versions whose figures one call adds up.
  package static let versions = 1_000
  /// Versions whose labels one call names: as many as stay compiled.
  package static let namedVersions = 250
  /// Deployments that one call answers: the newest.
  package static let deployments = 1_000

  /// How long figures by the minute are kept.
  package static let minuteRetention: TimeInterval = 31 * 86_400
  /// How long figures by the hour and the day are kept.
  package static let retention: TimeInterval = 400 * 86_400
  package static let retentionInterval: Duration = .seconds(3_600)
  /// Rows that are deleted in one transaction.
  package static let deletedAtOnce = 1_000

  package static let defaultFeedLimit = 10
  package static let maximumFeedLimit = 1_000
  /// Entries that a page may begin after.
  package static let feedOffset = 10_000
  /// Jobs that one call looks through.
  package static let feedJobs = 5_000
  /// Results that one call evaluates again.
  package static let feedResults = 20_000
  /// Jobs that are read together: the results of one may be 10 MB.
  static let feedPage = 10
  /// Bytes of the contents that one page shows.
  static let feedContentBytes = 32 << 20
}
