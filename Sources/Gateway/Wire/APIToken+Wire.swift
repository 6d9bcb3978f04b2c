internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension Clavata_Gateway_V1_APIToken {
  /// What a list shows of a key: never the key itself.
  ///
  /// - Parameter email: of the person whose key it is; nil where it is the account's own.
  init(_ record: KeyRecord, email: String?) {
    self = .with {
      $0.id = record.id.wire
      $0.createdAt = .init(record.created)
      $0.updatedAt = .init(record.updated ?? record.created)
      $0.name = record.name
      if let expires = record.expires { $0.expiresAt = .init(expires) }
      $0.status = .init(record.state)
      $0.customerID = record.accountID.wire
      $0.userID = record.userID?.wire ?? record.role.userID
      $0.userEmail = email ?? ""
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

extension Clavata_Gateway_V1_GenerateAPITokenResponse {
  /// The one answer that shows a key.
  ///
  /// - Parameter user: whose key it is; nil where it is the account's own.
  init(key: String, _ record: KeyRecord, user: UserRecord?) {
    self = .with {
      $0.apiTokenID = record.id.wire
      $0.userInfo = .with {
        $0.token = key
        if let expires = record.expires { $0.expiration = .init(expires) }
        $0.valid = true
        $0.customerUuid = record.accountID.wire
        $0.role = .init(record.role)
        $0.userID = user?.id.wire ?? record.role.userID
        $0.userEmail = user?.email ?? ""
        $0.firstName = user?.firstName ?? ""
        $0.lastName = user?.lastName ?? ""
      }
    }
  }
}
