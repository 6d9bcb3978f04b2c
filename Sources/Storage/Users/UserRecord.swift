package import Foundation

/// A person whom keys of an account belong to.
package struct UserRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// Unique in the account, capitals or not.
  package var email: String
  /// That of all their keys.
  package var role: KeyRole
  package var firstName: String
  package var lastName: String
  package var created: Date
  package var updated: Date
  /// About when a key of theirs was last used; nil where none was.
  package var lastLogin: Date?

  package init(
    id: UUID, accountID: UUID, email: String, role: KeyRole, firstName: String, lastName: String, created: Date,
    updated: Date, lastLogin: Date? = nil
  ) {
    self.id = id
    self.accountID = accountID
    self.email = email
    self.role = role
    self.firstName = firstName
    self.lastName = lastName
    self.created = created
    self.updated = updated
    self.lastLogin = lastLogin
  }
}

/// What of a user to change; nil leaves it.
package struct UserChange: Sendable, Hashable {
  package var role: KeyRole?
  package var firstName: String?
  package var lastName: String?
  package var updated: Date

  package init(role: KeyRole? = nil, firstName: String? = nil, lastName: String? = nil, updated: Date) {
    self.role = role
    self.firstName = firstName
    self.lastName = lastName
    self.updated = updated
  }
}
