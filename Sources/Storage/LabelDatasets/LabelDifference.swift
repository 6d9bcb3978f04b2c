package import Foundation

/// An item of which two versions say different things, or only one says anything.
package struct LabelDifference: Sendable, Hashable {
  package var itemID: UUID
  package var contentID: UUID
  package var contentBytes: Int
  /// Now.
  package var expected: EvaluationResult?
  package var first: EvaluationResult?
  package var second: EvaluationResult?

  package init(
    itemID: UUID, contentID: UUID, contentBytes: Int, expected: EvaluationResult?, first: EvaluationResult?,
    second: EvaluationResult?
  ) {
    self.itemID = itemID
    self.contentID = contentID
    self.contentBytes = contentBytes
    self.expected = expected
    self.first = first
    self.second = second
  }
}
