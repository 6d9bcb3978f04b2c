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
