package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// Whom keys speak for, over the wire: an account's users are its three roles.
package struct UserService: Sendable {
  private let store: any Store

  package init(store: any Store) {
    self.store = store
  }

  /// The user of this id, or the caller where none is named.
  ///
  /// - Throws: NOT_FOUND.
  package func get(
    _ request: Clavata_Gateway_V1_GetUserRequest, caller: Caller
  ) throws(GatewayError) -> Clavata_Gateway_V1_GetUserResponse {
    guard let role = request.userID.isEmpty ? caller.role : KeyRole(rawValue: request.userID) else {
      throw GatewayError(.notFound, "no user has this id: an account's users are `admin`, `writer` and `evaluator`")
    }
    return .with { $0.user = .init(role) }
  }

  package func list(_ request: Clavata_Gateway_V1_GetUsersRequest) -> Clavata_Gateway_V1_GetUsersResponse {
    let role = request.query.role
    return .with {
      $0.users = KeyRole.allCases.map { .init($0) }.filter { role == .unspecified || $0.role == role }
    }
  }

  /// The one account that a key belongs to.
  package func accounts(
    _ request: Clavata_Gateway_V1_GetMyAccountsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetMyAccountsResponse {
    let account: AccountRecord?
    do { account = try await store.account(caller.accountID) } catch { throw GatewayError(error) }
    guard let account else { throw GatewayError(.internalError, "an internal error") }
    return .with {
      $0.accounts = [
        .with {
          $0.customerID = account.id.wire
          $0.customerName = account.name
          $0.role = .init(caller.role)
          $0.isCurrent = true
        }
      ]
    }
  }
}

extension Clavata_Gateway_V1_AccountUser {
  fileprivate init(_ role: KeyRole) {
    self = .with {
      $0.userID = role.userID
      $0.role = .init(role)
    }
  }
}
