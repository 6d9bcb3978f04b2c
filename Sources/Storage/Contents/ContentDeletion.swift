package import Foundation

/// What came of contents that were to be deleted.
package struct ContentDeletion: Sendable, Hashable {
  /// A content that stays, since something is made of it.
  package struct Conflict: Sendable, Hashable {
    package var content: UUID
    /// The first of the datasets that have it, by name; a label's dataset by the label's id and name. Empty where something
    /// else holds it.
    package var datasets: [DatasetName]

    package init(content: UUID, datasets: [DatasetName]) {
      self.content = content
      self.datasets = datasets
    }
  }

  package struct DatasetName: Sendable, Hashable {
    package var id: UUID
    package var name: String

    package init(id: UUID, name: String) {
      self.id = id
      self.name = name
    }
  }

  package var deleted: [UUID] = []
  package var conflicts: [Conflict] = []

  package init() {}
}
