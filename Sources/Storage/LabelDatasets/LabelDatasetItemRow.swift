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
