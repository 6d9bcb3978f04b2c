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
  private let authenticator: Authenticator
  private let now: @Sendable () -> Date

  package init(
    keys: KeyService, authenticator: Authenticator, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.keys = keys
    self.authenticator = authenticator
    self.now = now
  }

  /// Makes a key of the caller's account; the answer is the only place where it is ever shown.
  ///
  /// - Throws: INVALID_ARGUMENT for a role, a duration or a name that cannot be; RESOURCE_EXHAUSTED where the account
  ///   has too many keys.
  package func generate(
    _ request: Clavata_Gateway_V1_GenerateAccountAPITokenRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GenerateAPITokenResponse {
    let role = try KeyRole(userID: request.userID)
    let expires = try expiry(after: request.hasDuration ? request.duration : nil)
    let (key, record) = try await keys.create(
      name: request.name, role: role, expires: expires, account: caller.accountID)
    return .with {
      $0.apiTokenID = record.id.wire
      $0.userInfo = .with {
        $0.token = key
        if let expires = record.expires { $0.expiration = .init(expires) }
        $0.valid = true
        $0.customerUuid = record.accountID.wire
        $0.role = .init(record.role)
        $0.userID = record.role.userID
      }
    }
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
    let records = try await keys.list(account: caller.accountID)
    return .with { $0.apiTokens = records.map { .init($0) } }
  }

  /// - Throws: PERMISSION_DENIED for another customer.
  package func list(
    _ request: Clavata_Gateway_V1_ListAllAPITokensRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListAllAPITokensResponse {
    try caller.check(customer: request.customerID)
    let records = try await keys.list(account: caller.accountID)
    return .with { $0.apiTokens = records.map { .init($0) } }
  }

  /// - Throws: NOT_FOUND, for another account's key too; FAILED_PRECONDITION for one that was revoked.
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

  /// - Throws: NOT_FOUND, for another account's key too; FAILED_PRECONDITION for one that was revoked.
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
    let record = try await keys.set(state, key: key, account: caller.accountID)
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
