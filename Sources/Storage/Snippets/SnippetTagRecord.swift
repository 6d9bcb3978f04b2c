package import Foundation

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
