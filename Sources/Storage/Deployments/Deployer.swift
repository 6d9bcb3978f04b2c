package import Foundation

/// Who made a version the active one.
package struct Deployer: Sendable, Hashable {
  /// The user that the key speaks for; empty where nobody asked over the API.
  package var userID: String
  package var keyID: UUID?
  /// What to call who has no key.
  package var name: String

  package init(userID: String = "", keyID: UUID? = nil, name: String = "") {
    self.userID = userID
    self.keyID = keyID
    self.name = name
  }
}
