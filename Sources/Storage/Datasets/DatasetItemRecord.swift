package import Foundation

/// A content's place in a dataset, with what is said of it there.
package struct DatasetItemRecord: Sendable, Hashable {
  package var id: UUID
  package var datasetID: UUID
  /// A dataset has a content once.
  package var contentID: UUID
  /// Nil: the content's own.
  package var title: String?
  /// By name, none twice.
  package var labels: [String]
  package var created: Date
  package var updated: Date

  package init(
    id: UUID, datasetID: UUID, contentID: UUID, title: String?, labels: [String], created: Date, updated: Date
  ) {
    self.id = id
    self.datasetID = datasetID
    self.contentID = contentID
    self.title = title
    self.labels = labels
    self.created = created
    self.updated = updated
  }
}

/// What is to be written of items.
package enum DatasetItemChange: Sendable, Hashable {
  /// These and no others.
  case labels([String])
  case labelsChanged(adding: [String], removing: [String])
  /// Nil: the content's own.
  case title(String?)
}

/// An item to be made of a content.
package struct NewDatasetItem: Sendable, Hashable {
  package var contentID: UUID
  /// Nil: those of the content.
  package var labels: [String]?

  package init(contentID: UUID, labels: [String]?) {
    self.contentID = contentID
    self.labels = labels
  }
}

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
