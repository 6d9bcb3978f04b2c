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

/// An item as it is read, with what is known beside it.
package struct LabelDatasetItemRow: Sendable, Hashable {
  package var item: LabelDatasetItemRecord
  /// The one that the query is about: of its version, else the latest of any; nil where there is none.
  package var evaluation: LabelEvaluationRecord?
  /// Of the content as it is kept.
  package var contentBytes: Int

  package init(item: LabelDatasetItemRecord, evaluation: LabelEvaluationRecord?, contentBytes: Int) {
    self.item = item
    self.evaluation = evaluation
    self.contentBytes = contentBytes
  }
}

/// What came of an item that was to be added.
package enum LabelDatasetAddition: Sendable, Hashable {
  case added(LabelDatasetItemRecord)
  /// The label has the content already, as this item, which stays as it is.
  case duplicate(LabelDatasetItemRecord)
  /// The account has no such content.
  case contentMissing
  /// The dataset has as many items as it may.
  case full
}

/// What is expected of an item from now on.
package struct ExpectationChange: Sendable, Hashable {
  package var expected: EvaluationResult?
  /// Nil leaves them as they are.
  package var notes: String?
  package var updated: Date

  package init(expected: EvaluationResult?, notes: String?, updated: Date) {
    self.expected = expected
    self.notes = notes
    self.updated = updated
  }
}
