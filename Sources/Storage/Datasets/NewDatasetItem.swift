package import Foundation

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
