package import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// People asked into the caller's account. Nothing is mailed: the code that accepts an invite goes to whoever made it,
/// once, beside the answer.
package struct InviteService: Sendable {
  /// How long an invite is valid, made or renewed.
  package static let lifetime: TimeInterval = 7 * 86_400
  /// Invites of an account, and users.
  package static let maximum = 1_000
  /// Ids are random, so that they tell nothing of how many there are; one may be taken.
  private static let attempts = 8

  private let store: any Store
  private let gate = AcceptanceGate()
  private let now: @Sendable () -> Date

  package init(store: any Store, now: @escaping @Sendable () -> Date = { Date() }) {
    self.store = store
    self.now = now
  }

  /// - Returns: the answer, and the code in the clear, which is shown nowhere else.
  /// - Throws: INVALID_ARGUMENT; ALREADY_EXISTS where an invite for the address is pending, or a user has it;
  ///   RESOURCE_EXHAUSTED; PERMISSION_DENIED for another customer.
  package func invite(
    _ request: Clavata_Gateway_V1_InviteRequest, caller: Caller
  ) async throws(GatewayError) -> (answer: Clavata_Gateway_V1_InviteResponse, code: String) {
    try caller.check(customer: request.customerID)
    try FieldText.requireEmail(request.email)
    try UserService.check(name: request.firstName, field: "firstName")
    try UserService.check(name: request.lastName, field: "lastName")
    guard let role = try KeyRole.named(request.role, field: "role") else {
      throw GatewayError(.invalidArgument, "role: is required")
    }
    guard request.customerName.isEmpty else {
      throw GatewayError(
        .invalidArgument, "customerName: cannot be set, for an invite is into the caller's own account")
    }
    let code = InviteCode.generate()
    let moment = now()
    var invite = InviteRecord(
      id: 0, accountID: caller.accountID, email: request.email, role: role, firstName: request.firstName,
      lastName: request.lastName, created: moment, expires: moment.addingTimeInterval(Self.lifetime),
      codeHash: InviteCode.hash(code))
    for _ in 0..<Self.attempts {
      invite.id = .random(in: 1...UInt32.max)
      switch try await keep(invite) {
      case .kept:
        let id = invite.id
        return (
          .with {
            $0.inviteID = id
            $0.customerID = caller.accountID.wire
          }, code
        )
      case .idIsTaken: continue
      case .isInvited:
        throw GatewayError(.alreadyExists, "an invite for this address is pending: renew it for a new code")
      case .isUser: throw GatewayError(.alreadyExists, "a user of the account has this address")
      case .isFull:
        throw GatewayError(
          .resourceExhausted, "the account has \(Self.maximum) invites or users already: delete those that are done")
      }
    }
    throw GatewayError(.internalError, "an internal error")
  }

  /// Takes the code's validity away and makes another, valid anew.
  ///
  /// - Returns: the answer, and the new code in the clear.
  /// - Throws: NOT_FOUND, for another account's invite too; FAILED_PRECONDITION for one that was accepted.
  package func renew(
    _ request: Clavata_Gateway_V1_RenewInviteRequest, caller: Caller
  ) async throws(GatewayError) -> (answer: Clavata_Gateway_V1_RenewInviteResponse, code: String) {
    let code = InviteCode.generate()
    let moment = now()
    let renewed: InviteRecord?
    do {
      renewed = try await store.renew(
        invite: request.inviteID, codeHash: InviteCode.hash(code), expires: moment.addingTimeInterval(Self.lifetime),
        account: caller.accountID, at: moment)
    } catch {
      throw GatewayError(error)
    }
    guard let renewed else { throw Self.missing(request.inviteID) }
    return (
      .with {
        $0.inviteID = renewed.id
        $0.expiration = .init(renewed.expires)
      }, code
    )
  }

  /// Newest first.
  ///
  /// - Throws: INVALID_ARGUMENT for a role or a status that there is not.
  package func list(
    _ request: Clavata_Gateway_V1_ListInvitesRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListInvitesResponse {
    let role = try KeyRole.named(request.query.role, field: "query.role")
    if case .UNRECOGNIZED = request.query.status {
      throw GatewayError(.invalidArgument, "query.status: is not a status of invites")
    }
    let moment = now()
    do {
      let invites = try await store.invites(account: caller.accountID)
      return .with {
        $0.invitedUsers = invites.filter { role == nil || $0.role == role }.map { .init($0, at: moment) }
          .filter { request.query.status == .unspecified || $0.status == request.query.status }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// Takes an invite back. Whoever accepted it stays a user.
  ///
  /// - Throws: NOT_FOUND, for another account's invite too.
  package func delete(
    _ request: Clavata_Gateway_V1_DeleteInviteRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_DeleteInviteResponse {
    let isDeleted: Bool
    do {
      isDeleted = try await store.delete(invite: request.inviteID, account: caller.accountID)
    } catch {
      throw GatewayError(error)
    }
    guard isDeleted else { throw Self.missing(request.inviteID) }
    return .with {
      $0.inviteID = request.inviteID
      $0.deleted = true
    }
  }

  /// Makes whoever has the code a user with a key: the one call that needs none.
  ///
  /// - Returns: the user and the key, which is shown nowhere else.
  /// - Throws: INVALID_ARGUMENT; NOT_FOUND for a code that opens nothing, whatever the reason; FAILED_PRECONDITION
  ///   where the account has no room, or a user of this address by now; RESOURCE_EXHAUSTED where too many come at once.
  package func accept(
    _ acceptance: InviteAcceptance
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GenerateAPITokenResponse {
    if let name = acceptance.firstName { try UserService.check(name: name, field: "firstName") }
    if let name = acceptance.lastName { try UserService.check(name: name, field: "lastName") }
    let keyName = acceptance.keyName ?? ""
    try FieldText.requirePrintable(keyName, field: "keyName", limit: KeyService.maximumNameBytes)
    guard InviteCode.isCode(acceptance.code) else { throw Self.refusal }
    let key = APIKey.generate()
    let moment = now()
    let made = try await gate.pass { () async throws(GatewayError) in
      do {
        return try await store.accept(
          codeHash: InviteCode.hash(acceptance.code), at: moment, keyLimit: KeyService.maximumKeys,
          userLimit: Self.maximum
        ) { invite in
          let user = UserRecord(
            id: UUID(), accountID: invite.accountID, email: invite.email, role: invite.role,
            firstName: acceptance.firstName ?? invite.firstName, lastName: acceptance.lastName ?? invite.lastName,
            created: moment, updated: moment)
          return (
            user,
            KeyService.record(
              of: key, name: keyName, role: user.role, expires: nil, account: user.accountID, user: user.id,
              created: moment)
          )
        }
      } catch {
        throw GatewayError(error)
      }
    }
    guard let made else { throw Self.refusal }
    return .init(key: key, made.key, user: made.user)
  }

  private static let refusal = GatewayError(.notFound, "the code is not that of a pending invite: ask for another")

  private static func missing(_ id: UInt32) -> GatewayError { GatewayError(.notFound, "no invite has the id \(id)") }

  private func keep(_ invite: InviteRecord) async throws(GatewayError) -> InviteInsertion {
    do { return try await store.insert(invite, limit: Self.maximum) } catch { throw GatewayError(error) }
  }
}

extension Clavata_Gateway_V1_InvitedUser {
  fileprivate init(_ invite: InviteRecord, at moment: Date) {
    self = .with {
      $0.inviteID = invite.id
      $0.email = invite.email
      $0.role = .init(invite.role)
      $0.firstName = invite.firstName
      $0.lastName = invite.lastName
      $0.status = .init(invite.state(at: moment))
      $0.expiration = .init(invite.expires)
    }
  }
}

extension Clavata_Gateway_V1_InviteStatus {
  fileprivate init(_ state: InviteState) {
    switch state {
    case .pending: self = .pending
    case .accepted: self = .accepted
    case .expired: self = .expired
    }
  }
}
