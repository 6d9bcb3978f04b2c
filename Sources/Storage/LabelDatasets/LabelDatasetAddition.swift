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
