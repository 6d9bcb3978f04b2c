internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension Clavata_Gateway_V1_APIToken {
  /// What a list shows of a key: never the key itself.
  init(_ record: KeyRecord) {
    self = .with {
      $0.id = record.id.wire
      $0.createdAt = .init(record.created)
      $0.updatedAt = .init(record.updated ?? record.created)
      $0.name = record.name
      if let expires = record.expires { $0.expiresAt = .init(expires) }
      $0.status = .init(record.state)
      $0.customerID = record.accountID.wire
      $0.userID = record.role.userID
      $0.signature = record.suffix
    }
  }
}

extension Clavata_Gateway_V1_APITokenStatus {
  init(_ state: KeyState) {
    switch state {
    case .enabled: self = .apiTokenEnabled
    case .disabled: self = .apiTokenDisabled
    case .revoked: self = .apiTokenRevoked
    }
  }
}
