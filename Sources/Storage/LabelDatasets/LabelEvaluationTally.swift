package import Foundation

/// What the evaluations of one version come to on some items: the counts that its figures follow from.
///
/// An item is evaluable where something is expected for it. It is evaluated where the version's evaluation of it was
/// judged, which it is by what was expected then.
package struct LabelEvaluationTally: Sendable, Hashable {
  package var items = 0
  package var evaluable = 0
  /// Of evaluable items that are evaluated.
  package var truePositives = 0
  package var falsePositives = 0
  package var falseNegatives = 0
  package var trueNegatives = 0
  /// Evaluable items whose evaluation, judged or not, is of another content or another expectation.
  package var stale = 0
  /// Of the evaluations that are counted.
  package var lastEvaluated: Date?
  /// When something was last expected anew for an evaluable item.
  package var expectationsSet: Date?
  /// The same, of those that have no evaluation at all.
  package var unevaluatedExpectationsSet: Date?

  package init() {}

  package var evaluated: Int { truePositives + falsePositives + falseNegatives + trueNegatives }
}
