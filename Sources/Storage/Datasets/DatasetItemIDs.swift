package import Foundation

/// What an item is called, and its content: all that a list answers of it.
package struct DatasetItemIDs: Sendable, Hashable {
  package var item: UUID
  package var content: UUID

  package init(item: UUID, content: UUID) {
    self.item = item
    self.content = content
  }
}
