package import Foundation

/// What of an account to change; nil leaves it.
package struct AccountChange: Sendable, Hashable {
  package var name: String?
  package var email: String?
  package var updated: Date

  package init(name: String? = nil, email: String? = nil, updated: Date) {
    self.name = name
    self.email = email
    self.updated = updated
  }
}
