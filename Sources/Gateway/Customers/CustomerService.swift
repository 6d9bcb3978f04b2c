package import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// The caller's own account, over the wire, where it is called a customer. No call tells of another.
package struct CustomerService: Sendable {
  /// Bytes of an account's name, at most.
  package static let nameBytes = 256
  /// Fields that a list may be sorted by at once.
  private static let sortings = 16
  private static let sortable: Set<String> = [
    "customer_id", "customerId", "name", "email", "created_at", "createdAt", "updated_at", "updatedAt",
  ]

  private let store: any Store
  private let tokens: APITokenService
  private let now: @Sendable () -> Date

  package init(store: any Store, tokens: APITokenService, now: @escaping @Sendable () -> Date = { Date() }) {
    self.store = store
    self.tokens = tokens
    self.now = now
  }

  /// The one account there is for the caller, with its people and keys where asked for.
  ///
  /// - Throws: INVALID_ARGUMENT for a field that is none to sort by.
  package func list(
    _ request: Clavata_Gateway_V1_ListCustomersRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListCustomersResponse {
    // What one account is sorted by does not show; what cannot be sorted by is a mistake all the same.
    guard request.sorting.count <= Self.sortings, request.sorting.allSatisfy({ Self.sortable.contains($0.by) }) else {
      throw GatewayError(
        .invalidArgument, "sorting: must be by `customer_id`, `name`, `email`, `created_at` or `updated_at`")
    }
    var customer = try await customer(caller.accountID)
    if request.options.hydrateUsers {
      do {
        customer.users = try await store.users(account: caller.accountID).map { .init($0) }
      } catch {
        throw GatewayError(error)
      }
    }
    if request.options.hydrateApiTokens { customer.apiTokens = try await tokens.all(of: caller.accountID) }
    return .with { [customer] in $0.customers = [customer] }
  }

  /// - Throws: NOT_FOUND for every account but the caller's.
  package func get(
    _ request: Clavata_Gateway_V1_GetCustomerRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetCustomerResponse {
    try Self.check(request.customerID, caller: caller)
    let customer = try await customer(caller.accountID)
    return .with { $0.customer = customer }
  }

  /// Changes the name and the address that are given.
  ///
  /// - Throws: NOT_FOUND for every account but the caller's; INVALID_ARGUMENT, for a tier too; ALREADY_EXISTS for a
  ///   name that is taken.
  package func patch(
    _ request: Clavata_Gateway_V1_PatchCustomerRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_PatchCustomerResponse {
    try Self.check(request.customerID, caller: caller)
    let patch = request.patch
    guard patch.accountTier == .unspecified else {
      throw GatewayError(
        .invalidArgument, "patch.accountTier: cannot be set, for accounts of this server have no tiers")
    }
    if patch.hasName {
      try FieldText.requireName(patch.name, field: "patch.name", limit: Self.nameBytes)
      try FieldText.requirePrintable(patch.name, field: "patch.name", limit: Self.nameBytes)
    }
    // An empty one takes it away.
    if patch.hasEmail, !patch.email.isEmpty { try FieldText.requireEmail(patch.email, field: "patch.email") }
    let change = AccountChange(
      name: patch.hasName ? patch.name : nil, email: patch.hasEmail ? patch.email : nil, updated: now())
    let changed: AccountRecord?
    do {
      changed = try await store.update(account: caller.accountID, change)
    } catch {
      throw GatewayError(error, name: patch.name)
    }
    guard let changed else { throw Self.missing }
    return .with { $0.customer = .init(changed) }
  }

  /// Refuses: what an account has is more than a call should be able to destroy, and whoever runs the server has its
  /// data folder.
  ///
  /// - Throws: FAILED_PRECONDITION for the caller's account, NOT_FOUND for every other.
  package func delete(
    _ request: Clavata_Gateway_V1_DeleteCustomerRequest, caller: Caller
  ) throws(GatewayError) -> Clavata_Gateway_V1_DeleteCustomerResponse {
    try Self.check(request.customerID, caller: caller)
    throw GatewayError(
      .failedPrecondition,
      "an account is not deleted over the API: whoever runs the server revokes its keys, or removes its data folder")
  }

  /// Notes the moment, the first time.
  package func acceptTerms(
    _ request: Clavata_Gateway_V1_AcceptCustomerTOSRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_AcceptCustomerTOSResponse {
    let isThere: Bool
    do {
      isThere = try await store.acceptTerms(account: caller.accountID, at: now())
    } catch {
      throw GatewayError(error)
    }
    guard isThere else { throw Self.missing }
    return .init()
  }

  private static let missing = GatewayError(.notFound, "no customer has this id")

  private static func check(_ id: String, caller: Caller) throws(GatewayError) {
    guard try Identifier.uuid(id, field: "customerId") == caller.accountID else { throw missing }
  }

  private func customer(_ id: UUID) async throws(GatewayError) -> Clavata_Gateway_V1_Customer {
    let account: AccountRecord?
    do { account = try await store.account(id) } catch { throw GatewayError(error) }
    guard let account else { throw Self.missing }
    return .init(account)
  }
}

extension Clavata_Gateway_V1_Customer {
  fileprivate init(_ account: AccountRecord) {
    self = .with {
      $0.customerID = account.id.wire
      $0.name = account.name
      $0.email = account.email
      $0.createdAt = .init(account.created)
      $0.updatedAt = .init(account.updated ?? account.created)
      $0.tosAccepted = account.termsAccepted != nil
    }
  }
}
