package import Foundation

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
