internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// The people of an account, over the wire, and beside them its three roles, which keys speak for that are nobody's.
package struct UserService: Sendable {
  /// Bytes of a first name, and of a last name, at most.
  package static let nameBytes = 128

  private let store: any Store
  private let authenticator: Authenticator

  package init(store: any Store, authenticator: Authenticator) {
    self.store = store
    self.authenticator = authenticator
  }

  /// The user of this id, or the caller where none is named. Others than oneself are shown to administrators.
  ///
  /// - Throws: NOT_FOUND, for another account's user too.
  package func get(
    _ request: Clavata_Gateway_V1_GetUserRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetUserResponse {
    if let role = KeyRole(rawValue: request.userID) { return .with { $0.user = .init(role) } }
    guard let id = request.userID.isEmpty ? caller.userID : UUID(uuidString: request.userID) else {
      guard request.userID.isEmpty else {
        throw GatewayError(
          .notFound, "no user has this id: it is a UUID or, for keys of nobody, `admin`, `writer` or `evaluator`")
      }
      return .with { $0.user = .init(caller.role) }
    }
    guard id == caller.userID || caller.role.covers(.admin), let user = try await user(id, caller: caller) else {
      throw Self.missing(id)
    }
    return .with { $0.user = .init(user) }
  }

  /// People by address, then the three roles.
  ///
  /// - Throws: INVALID_ARGUMENT for a role that nobody can have.
  package func list(
    _ request: Clavata_Gateway_V1_GetUsersRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetUsersResponse {
    let role = try KeyRole.named(request.query.role, field: "query.role")
    let users = try await users(of: caller)
    return .with {
      $0.users =
        users.filter { role == nil || $0.role == role }.map { .init($0) }
        + KeyRole.allCases.filter { role == nil || $0 == role }.map { .init($0) }
    }
  }

  /// Changes a person's names and role; a role holds for all their keys from the next request on.
  ///
  /// - Throws: NOT_FOUND, for another account's user too; FAILED_PRECONDITION for a role's user, and where the account
  ///   would be left without a valid admin key.
  package func patch(
    _ request: Clavata_Gateway_V1_PatchUserRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_PatchUserResponse {
    let id = try Self.person(request.userID)
    let patch = request.patch
    if patch.hasFirstName { try Self.check(name: patch.firstName, field: "patch.firstName") }
    if patch.hasLastName { try Self.check(name: patch.lastName, field: "patch.lastName") }
    let change = UserChange(
      role: try KeyRole.named(patch.role, field: "patch.role"), firstName: patch.hasFirstName ? patch.firstName : nil,
      lastName: patch.hasLastName ? patch.lastName : nil, updated: Date())
    let changed: UserRecord?
    do {
      changed = try await store.update(user: id, change, account: caller.accountID)
    } catch {
      throw GatewayError(error)
    }
    guard let changed else { throw Self.missing(id) }
    authenticator.forget(user: id)
    return .with { $0.user = .init(changed) }
  }

  /// Takes a person out of the account. All their keys are revoked from the next request on.
  ///
  /// - Throws: as `patch`.
  package func delete(
    _ request: Clavata_Gateway_V1_DeleteUserRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_DeleteUserResponse {
    let id = try Self.person(request.userID)
    let deleted: UserRecord?
    do {
      deleted = try await store.delete(user: id, account: caller.accountID, at: Date())
    } catch {
      throw GatewayError(error)
    }
    guard let deleted else { throw Self.missing(id) }
    authenticator.forget(user: id)
    return .with { $0.user = .init(deleted) }
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

  /// - Throws: INVALID_ARGUMENT.
  static func check(name: String, field: String) throws(GatewayError) {
    try FieldText.requirePrintable(name, field: field, limit: nameBytes)
  }

  static func missing(_ id: UUID) -> GatewayError { GatewayError(.notFound, "no user has the id \(id.wire)") }

  private static func person(_ id: String) throws(GatewayError) -> UUID {
    if KeyRole(rawValue: id) != nil {
      throw GatewayError(
        .failedPrecondition, "`\(id)` is a role and no person: change the keys that speak for it one by one")
    }
    return try Identifier.uuid(id, field: "userId")
  }

  private func user(_ id: UUID, caller: Caller) async throws(GatewayError) -> UserRecord? {
    do { return try await store.user(id, account: caller.accountID) } catch { throw GatewayError(error) }
  }

  private func users(of caller: Caller) async throws(GatewayError) -> [UserRecord] {
    do { return try await store.users(account: caller.accountID) } catch { throw GatewayError(error) }
  }
}
