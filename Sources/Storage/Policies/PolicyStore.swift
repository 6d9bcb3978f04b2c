package import Foundation

/// Policies and their versions.
package protocol PolicyStore: Sendable {
  /// Both, or neither, the version as number 1; throws `alreadyExists` where the key is taken.
  func insert(_ policy: PolicyRecord, version: PolicyVersionRecord, by: Deployer) async throws
  /// Numbers the version itself (`number` is ignored) and, when asked, makes it the active one; throws `notFound` where
  /// the account has no such policy, or deleted it.
  func insert(
    _ version: PolicyVersionRecord, account: UUID, activate: Bool, by: Deployer
  ) async throws -> PolicyVersionRecord
  func policy(_ id: UUID, account: UUID) async throws -> PolicyRecord?
  func policy(key: String, account: UUID) async throws -> PolicyRecord?
  /// Newest first.
  func policies(_ query: PolicyRowQuery, account: UUID) async throws -> [PolicyRecord]
  /// Writes key, disabled, deleted, dataset and active version; nil where it does not exist.
  func update(_ policy: PolicyRecord, by: Deployer) async throws -> PolicyRecord?
  func version(_ id: UUID, account: UUID) async throws -> PolicyVersionRecord?
  /// Newest first.
  func versions(policy: UUID, account: UUID) async throws -> [PolicyVersionRecord]
}
