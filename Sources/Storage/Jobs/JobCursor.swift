package import Foundation

/// Where a page of jobs ended.
package struct JobCursor: Sendable, Hashable {
  package var created: Date
  package var id: UUID

  package init(created: Date, id: UUID) {
    self.created = created
    self.id = id
  }
}
