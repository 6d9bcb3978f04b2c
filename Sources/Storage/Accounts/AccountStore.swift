package import Foundation

/// Accounts, and what is kept of one beside its name.
package protocol AccountStore: Sendable {
  func insert(_ account: AccountRecord) async throws
  func account(named name: String) async throws -> AccountRecord?
  func account(_ id: UUID) async throws -> AccountRecord?
  /// - Returns: nil where there is no such account.
  /// - Throws: `alreadyExists` for a name that another account has.
  func update(account: UUID, _ change: AccountChange) async throws -> AccountRecord?
  /// Keeps the first moment of all. False where there is no such account.
  func acceptTerms(account: UUID, at: Date) async throws -> Bool
}
