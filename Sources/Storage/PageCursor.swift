package import Foundation

/// Where a page ended: of rows sorted by when they were made, evaluations by when they were, and then by id.
package struct PageCursor: Sendable, Hashable {
  package var created: Date
  package var id: UUID

  package init(created: Date, id: UUID) {
    self.created = created
    self.id = id
  }
}
