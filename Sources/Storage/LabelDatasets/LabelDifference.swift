package import Foundation

/// An item of which two versions say different things, or only one says anything.
package struct LabelDifference: Sendable, Hashable {
  package var itemID: UUID
  package var contentID: UUID
  /// Whether the content is a text.
  package var hasText: Bool
  /// Now.
  package var expected: EvaluationResult?
  package var first: EvaluationResult?
  package var second: EvaluationResult?

  package init(
    itemID: UUID, contentID: UUID, hasText: Bool, expected: EvaluationResult?, first: EvaluationResult?,
    second: EvaluationResult?
  ) {
    self.itemID = itemID
    self.contentID = contentID
    self.hasText = hasText
    self.expected = expected
    self.first = first
    self.second = second
  }
}
