package import Foundation

/// An API key as it is kept: never the key itself.
package struct KeyRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  package var name: String
  /// SHA-256 of the key's bytes, 32 bytes: keys are random, so that a plain hash is enough.
  package var hash: Data
  /// Its last six characters, to tell keys apart in a list.
  package var suffix: String
  package var role: KeyRole
  package var state: KeyState
  package var created: Date
  package var expires: Date?
  /// When its state was last set; nil where it never was.
  package var updated: Date?
  /// The person it is of, whose role is then the key's; nil where it is the account's own.
  package var userID: UUID?

  package init(
    id: UUID, accountID: UUID, name: String, hash: Data, suffix: String, role: KeyRole, state: KeyState, created: Date,
    expires: Date?, updated: Date? = nil, userID: UUID? = nil
  ) {
    self.id = id
    self.accountID = accountID
    self.name = name
    self.hash = hash
    self.suffix = suffix
    self.role = role
    self.state = state
    self.created = created
    self.expires = expires
    self.updated = updated
    self.userID = userID
  }
}
