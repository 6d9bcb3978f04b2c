package import Foundation

/// A label's text kept for reuse.
package struct SnippetRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// Unique in the account.
  package var name: String
  package var description: String
  package var content: String
  /// The names of its tags, in order, each once.
  package var tags: [String]
  package var created: Date
  package var updated: Date

  package init(
    id: UUID, accountID: UUID, name: String, description: String, content: String, tags: [String], created: Date,
    updated: Date
  ) {
    self.id = id
    self.accountID = accountID
    self.name = name
    self.description = description
    self.content = content
    self.tags = tags
    self.created = created
    self.updated = updated
  }
}
