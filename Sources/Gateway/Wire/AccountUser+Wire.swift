internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension Clavata_Gateway_V1_AccountUser {
  /// The place of a user that the keys of a role speak for which are no person's.
  init(_ role: KeyRole) {
    self = .with {
      $0.userID = role.userID
      $0.role = .init(role)
    }
  }

  init(_ user: UserRecord) {
    self = .with {
      $0.userID = user.id.wire
      $0.email = user.email
      $0.role = .init(user.role)
      if let login = user.lastLogin { $0.lastLogin = .init(login) }
      $0.firstName = user.firstName
      $0.lastName = user.lastName
    }
  }
}
