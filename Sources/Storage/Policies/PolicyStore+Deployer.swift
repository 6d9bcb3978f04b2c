package import Foundation

/// Policies written by nobody in particular.
extension PolicyStore {
  package func insert(_ policy: PolicyRecord, version: PolicyVersionRecord) async throws {
    try await insert(policy, version: version, by: Deployer())
  }

  package func insert(
    _ version: PolicyVersionRecord, account: UUID, activate: Bool
  ) async throws -> PolicyVersionRecord {
    try await insert(version, account: account, activate: activate, by: Deployer())
  }

  package func update(_ policy: PolicyRecord) async throws -> PolicyRecord? {
    try await update(policy, by: Deployer())
  }
}
