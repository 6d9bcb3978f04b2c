internal import GatewayProtocol
internal import Storage

/// A key that is no person's speaks for its role, which stands in the place of a user on the wire.
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
      throw GatewayError(.invalidArgument, "userId: must be a user's id, or a role: `evaluator`, `writer` or `admin`")
    }
    self = role
  }

  /// - Returns: nil where none is named.
  /// - Throws: INVALID_ARGUMENT for a role that no key can have.
  static func named(_ role: Clavata_Shared_V1_Role, field: String) throws(GatewayError) -> KeyRole? {
    switch role {
    case .unspecified: return nil
    case .accountAdmin: return .admin
    case .policyWriter: return .writer
    case .apiUser: return .evaluator
    case .clavataAdmin, .UNRECOGNIZED:
      throw GatewayError(.invalidArgument, "\(field): must be ACCOUNT_ADMIN, POLICY_WRITER or API_USER")
    }
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
