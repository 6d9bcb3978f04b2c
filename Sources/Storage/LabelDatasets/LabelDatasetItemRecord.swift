package import Foundation

/// A content of a label's dataset, with what is expected of the label for it.
package struct LabelDatasetItemRecord: Sendable, Hashable {
  package var id: UUID
  package var labelID: UUID
  /// Of the account's contents; a label has a content once.
  package var contentID: UUID
  /// Nil: nothing is, and the item says nothing of how good the label is.
  package var expected: EvaluationResult?
  package var title: String?
  package var notes: String?
  package var created: Date
  package var updated: Date

  package init(
    id: UUID, labelID: UUID, contentID: UUID, expected: EvaluationResult?, title: String?, notes: String?,
    created: Date, updated: Date
  ) {
    self.id = id
    self.labelID = labelID
    self.contentID = contentID
    self.expected = expected
    self.title = title
    self.notes = notes
    self.created = created
    self.updated = updated
  }
}
