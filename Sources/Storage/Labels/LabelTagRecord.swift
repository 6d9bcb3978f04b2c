package import Foundation

/// A word that labels are found by.
package struct LabelTagRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// Unique in the account.
  package var name: String
  /// As the caller writes colors.
  package var color: String?
  package var created: Date
  package var updated: Date

  package init(id: UUID, accountID: UUID, name: String, color: String?, created: Date, updated: Date) {
    self.id = id
    self.accountID = accountID
    self.name = name
    self.color = color
    self.created = created
    self.updated = updated
  }
}

/// What is to be written of a tag; nil leaves a field as it is.
package struct LabelTagChange: Sendable, Hashable {
  package var name: String?
  package var color: String?
  package var updated: Date

  package init(updated: Date) {
    self.updated = updated
  }
}
