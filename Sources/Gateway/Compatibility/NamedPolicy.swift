package import Foundation
package import Storage
internal import Synchronization

/// A policy that a setting names: by its id where the name is a UUID, else by its key, of whichever account asks.
package final class NamedPolicy: Sendable {
  /// Accounts whose policy is remembered, at most.
  private static let capacity = 1_024

  let name: String
  private let id: UUID?
  private let catalog: PolicyCatalog
  /// What the key led to last, by account: the catalog knows a policy that is in use by its id, without the store.
  private let remembered = Mutex<[UUID: UUID]>([:])

  package init(_ name: String, in catalog: PolicyCatalog) {
    self.name = name
    id = UUID(uuidString: name)
    self.catalog = catalog
  }

  func isThere(account: UUID) async -> Bool {
    do {
      _ = try await record(account: account)
      return true
    } catch {
      return false
    }
  }

  /// - Throws: NOT_FOUND naming the policy; what the store throws.
  package func record(account: UUID) async throws(GatewayError) -> PolicyRecord {
    do {
      if let id { return try await catalog.policy(id, account: account) }
      if let id = remembered.withLock({ $0[account] }), let policy = try? await catalog.policy(id, account: account),
        policy.key == name
      {
        return policy
      }
      let policy = try await catalog.policy(key: name, account: account)
      remembered.withLock {
        if $0.count >= Self.capacity { $0.removeAll() }
        $0[account] = policy.id
      }
      return policy
    } catch {
      let error = GatewayError(error)
      guard error.code == .notFound else { throw error }
      throw GatewayError(
        .notFound, "the policy `\(name)`, which the server's settings name, is not there", reason: "policy_not_found")
    }
  }
}

extension GatewayError {
  /// The same under a policy that the settings name: that it cannot evaluate is no fault of the request.
  func underNamedPolicy() -> GatewayError {
    guard code == .failedPrecondition else { return self }
    return GatewayError(.unavailable, message, reason: "policy_unavailable")
  }

  /// The same with the caller's own name for an item in place of `contentData[n]`.
  ///
  /// - Parameter name: of the item at this place; of all of them, where no place is named.
  func naming(_ name: (Int?) -> String) -> GatewayError {
    let prefix = "contentData"
    guard message.hasPrefix(prefix) else { return self }
    var rest = message.dropFirst(prefix.count)
    var place: Int?
    if rest.first == "[", let end = rest.firstIndex(of: "]"), let number = Int(rest[..<end].dropFirst()) {
      place = number
      rest = rest[rest.index(after: end)...]
    }
    var error = self
    error.field = name(place)
    error.message = name(place) + rest
    return error
  }
}
