internal import GatewayProtocol
internal import Storage

/// The users of the wire are an account's three roles: a key speaks for one of them.
extension KeyRole {
  var userID: String { rawValue }

  /// - Parameter userID: a role by its name; empty is the least.
  /// - Throws: INVALID_ARGUMENT.
  init(userID: String) throws(GatewayError) {
    guard !userID.isEmpty else {
      self = .evaluator
      return
    }
    guard let role = KeyRole(rawValue: userID) else {
      throw GatewayError(.invalidArgument, "userId: must be a role: `evaluator`, `writer` or `admin`")
    }
    self = role
  }
}

extension Clavata_Shared_V1_Role {
  init(_ role: KeyRole) {
    switch role {
    case .admin: self = .accountAdmin
    case .writer: self = .policyWriter
    case .evaluator: self = .apiUser
    }
  }
}
