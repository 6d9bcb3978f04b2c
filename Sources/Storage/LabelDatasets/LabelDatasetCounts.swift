/// How a dataset stands, by each item's latest evaluation of any version.
package struct LabelDatasetCounts: Sendable, Hashable {
  package var items = 0
  package var expectedFlagged = 0
  package var expectedNotFlagged = 0
  package var evaluated = 0
  package var correct = 0
  package var incorrect = 0
  package var stale = 0
  /// Incorrect, and not reviewed.
  package var needingReview = 0

  package init() {}
}
