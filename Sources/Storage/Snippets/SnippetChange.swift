package import Foundation

/// What is to be written of a snippet; nil leaves a field as it is.
package struct SnippetChange: Sendable, Hashable {
  package var name: String?
  package var description: String?
  package var content: String?
  /// All the tags it is to have.
  package var tags: [String]?
  package var updated: Date

  package init(updated: Date) {
    self.updated = updated
  }
}
