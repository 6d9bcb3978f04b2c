package import Foundation

/// API keys.
package protocol KeyStore: Sendable {
  func insert(_ key: KeyRecord) async throws
  /// The same, unless the account has as many keys that are neither revoked nor expired at the key's creation: then false.
  /// Of those that are, the newest stay, as many.
  func insert(_ key: KeyRecord, limit: Int) async throws -> Bool
  /// The key with this hash, whatever its state.
  func key(hash: Data) async throws -> KeyRecord?
  /// Newest first.
  func keys(account: UUID) async throws -> [KeyRecord]
  /// Nil where the account has no such key; throws `conflict` when it would leave `revoked`, and, where asked to keep
  /// an admin, when no admin key of the account would be valid after it.
  func setState(
    _ state: KeyState, key: UUID, account: UUID, at moment: Date, keepingAdmin: Bool
  ) async throws -> KeyRecord?
}
