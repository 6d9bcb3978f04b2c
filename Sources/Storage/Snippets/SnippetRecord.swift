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

/// A word that snippets are found by.
package struct SnippetTagRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// Unique in the account.
  package var name: String
  package var created: Date

  package init(id: UUID, accountID: UUID, name: String, created: Date) {
    self.id = id
    self.accountID = accountID
    self.name = name
    self.created = created
  }
}
