package import Foundation

/// An account: what isolates one tenant's keys, policies and jobs from another's.
package struct AccountRecord: Sendable, Hashable {
  package var id: UUID
  package var name: String
  package var created: Date
  /// Whom to write to about it; empty where nobody said.
  package var email: String
  /// When its name or address was last changed; nil where neither ever was.
  package var updated: Date?
  /// When the terms of service were first accepted for it.
  package var termsAccepted: Date?

  package init(
    id: UUID, name: String, created: Date, email: String = "", updated: Date? = nil, termsAccepted: Date? = nil
  ) {
    self.id = id
    self.name = name
    self.created = created
    self.email = email
    self.updated = updated
    self.termsAccepted = termsAccepted
  }
}
