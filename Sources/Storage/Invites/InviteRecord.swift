package import Foundation

/// Somebody who is asked into an account.
package struct InviteRecord: Sendable, Hashable {
  /// Tells invites apart and opens nothing.
  package var id: UInt32
  package var accountID: UUID
  package var email: String
  package var role: KeyRole
  package var firstName: String
  package var lastName: String
  package var created: Date
  package var expires: Date
  package var accepted: Date?
  /// SHA-256 of the code that accepts it, 32 bytes; nil once it is accepted.
  package var codeHash: Data?

  package init(
    id: UInt32, accountID: UUID, email: String, role: KeyRole, firstName: String, lastName: String, created: Date,
    expires: Date, codeHash: Data?, accepted: Date? = nil
  ) {
    self.id = id
    self.accountID = accountID
    self.email = email
    self.role = role
    self.firstName = firstName
    self.lastName = lastName
    self.created = created
    self.expires = expires
    self.codeHash = codeHash
    self.accepted = accepted
  }

  package func state(at moment: Date) -> InviteState {
    accepted != nil ? .accepted : expires > moment ? .pending : .expired
  }

  /// What becomes of it when something happens.
  ///
  /// - Returns: false, with nothing changed, where it cannot happen now.
  package mutating func apply(_ event: InviteEvent, at moment: Date) -> Bool {
    guard state(at: moment).after(event) != nil else { return false }
    switch event {
    case .renewed(let hash, let expires):
      codeHash = hash
      self.expires = expires
    case .accepted:
      codeHash = nil
      accepted = moment
    }
    return true
  }
}
