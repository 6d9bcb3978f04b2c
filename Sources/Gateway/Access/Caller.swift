package import Foundation
package import Storage

/// Who is asking: the key that was shown, its account and what it may do.
package struct Caller: Sendable, Hashable {
  package var accountID: UUID
  package var keyID: UUID
  package var role: KeyRole
  /// The person whose key it is; nil where it is the account's own.
  package var userID: UUID?

  package init(accountID: UUID, keyID: UUID, role: KeyRole, userID: UUID? = nil) {
    self.accountID = accountID
    self.keyID = keyID
    self.role = role
    self.userID = userID
  }

  /// Whose what the caller writes is: the person's, over all their keys, or the key's that is nobody's.
  package var authorID: UUID { userID ?? keyID }

  init(_ key: KeyRecord) {
    self.init(accountID: key.accountID, keyID: key.id, role: key.role, userID: key.userID)
  }

  /// The caller of the request that this task serves; set by the transport, once it has checked the key.
  @TaskLocal package static var current: Caller?

  /// - Throws: UNAUTHENTICATED where nobody was let in.
  package static func required() throws(GatewayError) -> Caller {
    guard let caller = current else { throw GatewayError(.unauthenticated, "an API key is required") }
    return caller
  }
}

extension KeyRole {
  /// Whether this role may do what `least` may.
  package func covers(_ least: KeyRole) -> Bool { rank >= least.rank }

  private var rank: Int {
    switch self {
    case .evaluator: 1
    case .writer: 2
    case .admin: 3
    }
  }
}
