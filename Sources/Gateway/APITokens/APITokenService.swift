package import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// API keys over the wire, where they are called tokens: made, listed, switched, by administrators of the account.
///
/// The methods for all customers see the caller's own account and no other: a server's accounts are apart, and no key
/// is above them.
package struct APITokenService: Sendable {
  /// How long a key may be valid at most: a hundred years, well within what a timestamp can say.
  package static let maximumSeconds: Int64 = 100 * 366 * 86_400

  private let keys: KeyService
  private let store: any UserStore
  private let authenticator: Authenticator
  private let now: @Sendable () -> Date

  package init(
    keys: KeyService, store: any UserStore, authenticator: Authenticator,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.keys = keys
    self.store = store
    self.authenticator = authenticator
    self.now = now
  }

  /// Makes a key of the caller's account; the answer is the only place where it is ever shown.
  ///
  /// - Throws: INVALID_ARGUMENT for a role, a duration or a name that cannot be; NOT_FOUND for a person whom the
  ///   account has not; RESOURCE_EXHAUSTED where the account has too many keys.
  package func generate(
    _ request: Clavata_Gateway_V1_GenerateAccountAPITokenRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GenerateAPITokenResponse {
    let expires = try expiry(after: request.hasDuration ? request.duration : nil)
    if let person = UUID(uuidString: request.userID) {
      let made = try await keys.create(
        name: request.name, user: person, expires: expires, account: caller.accountID)
      return .init(key: made.key, made.record, user: made.user)
    }
    let made = try await keys.create(
      name: request.name, role: try KeyRole(userID: request.userID), expires: expires, account: caller.accountID)
    return .init(key: made.key, made.record, user: nil)
  }

  /// - Throws: PERMISSION_DENIED for another customer.
  package func generate(
    _ request: Clavata_Gateway_V1_GenerateAPITokenRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GenerateAPITokenResponse {
    try caller.check(customer: request.customerID)
    let own = Clavata_Gateway_V1_GenerateAccountAPITokenRequest.with {
      if request.hasDuration { $0.duration = request.duration }
      $0.name = request.name
      $0.userID = request.userID
    }
    return try await generate(own, caller: caller)
  }

  /// Newest first.
  package func list(
    _ request: Clavata_Gateway_V1_ListAccountAPITokensRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListAccountAPITokensResponse {
    let tokens = try await all(of: caller.accountID)
    return .with { $0.apiTokens = tokens }
  }

  /// - Throws: PERMISSION_DENIED for another customer.
  package func list(
    _ request: Clavata_Gateway_V1_ListAllAPITokensRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListAllAPITokensResponse {
    try caller.check(customer: request.customerID)
    let tokens = try await all(of: caller.accountID)
    return .with { $0.apiTokens = tokens }
  }

  /// All of an account's, newest first.
  func all(of account: UUID) async throws(GatewayError) -> [Clavata_Gateway_V1_APIToken] {
    let records = try await keys.list(account: account)
    do {
      let users = try await store.users(account: account)
      let emails = Dictionary(users.map { ($0.id, $0.email) }) { first, _ in first }
      return records.map { .init($0, email: $0.userID.flatMap { emails[$0] }) }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: NOT_FOUND, for another account's key too; FAILED_PRECONDITION for one that was revoked, and for the last
  ///   valid key of role admin.
  package func set(
    _ state: KeyState, _ request: Clavata_Gateway_V1_AccountAPITokenStatusRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_AccountAPITokenStatusResponse {
    let id = try Identifier.uuid(request.apiTokenID, field: "apiTokenId")
    let record = try await set(state, key: id, caller: caller)
    return .with {
      $0.apiTokenID = record.id.wire
      $0.status = .init(record.state)
    }
  }

  /// - Throws: NOT_FOUND, for another account's key too; FAILED_PRECONDITION as above.
  package func update(
    _ request: Clavata_Gateway_V1_UpdateAPITokenStatusRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateAPITokenStatusResponse {
    let id = try Identifier.uuid(request.id, field: "id")
    let state: KeyState
    switch request.status {
    case .apiTokenEnabled: state = .enabled
    case .apiTokenDisabled: state = .disabled
    case .apiTokenRevoked: state = .revoked
    case .apiTokenUnspecified, .UNRECOGNIZED:
      throw GatewayError(
        .invalidArgument, "status: must be API_TOKEN_ENABLED, API_TOKEN_DISABLED or API_TOKEN_REVOKED")
    }
    let record = try await set(state, key: id, caller: caller)
    return .with {
      $0.id = record.id.wire
      $0.status = .init(record.state)
    }
  }

  private func set(_ state: KeyState, key: UUID, caller: Caller) async throws(GatewayError) -> KeyRecord {
    let record = try await keys.set(state, key: key, account: caller.accountID, keepingAdmin: true)
    authenticator.forget(key: record.id)
    return record
  }

  /// - Parameter duration: nil for a key that is valid without end.
  private func expiry(after duration: Google_Protobuf_Duration?) throws(GatewayError) -> Date? {
    guard let duration else { return nil }
    guard (0...Self.maximumSeconds).contains(duration.seconds), (0..<1_000_000_000).contains(duration.nanos),
      duration.seconds > 0 || duration.nanos > 0
    else {
      throw GatewayError(
        .invalidArgument, "duration: must be more than nothing, and at most \(Self.maximumSeconds) seconds")
    }
    return now().addingTimeInterval(TimeInterval(duration.seconds) + TimeInterval(duration.nanos) / 1e9)
  }
}
