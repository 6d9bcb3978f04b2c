/// An item with its content.
package struct DatasetItemContent: Sendable, Hashable {
  package var item: DatasetItemRecord
  package var content: ContentRecord
  /// Its place in the dataset: items are read in the order in which they came.
  package var position: Int64

  package init(item: DatasetItemRecord, content: ContentRecord, position: Int64) {
    self.item = item
    self.content = content
    self.position = position
  }
}
