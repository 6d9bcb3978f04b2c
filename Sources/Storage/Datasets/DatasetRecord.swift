package import Foundation

/// A set of contents, each with its own labels, that drafts of policies are tried on.
package struct DatasetRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// Unique in the account.
  package var name: String
  package var notes: String
  package var created: Date
  package var updated: Date

  package init(id: UUID, accountID: UUID, name: String, notes: String, created: Date, updated: Date) {
    self.id = id
    self.accountID = accountID
    self.name = name
    self.notes = notes
    self.created = created
    self.updated = updated
  }
}

/// What is to be written of a dataset; nil leaves a field as it is.
package struct DatasetChange: Sendable, Hashable {
  package var name: String?
  package var notes: String?
  package var updated: Date

  package init(updated: Date) {
    self.updated = updated
  }
}
