package import Foundation

/// Versions of policies put out of sight, and back.
package protocol PolicyVersionExpunging: Sendable {
  /// Nil where the account has no such version of a policy that is not deleted; throws `conflict` where it is the active
  /// one.
  func setExpunged(_ isExpunged: Bool, version: UUID, account: UUID) async throws -> PolicyVersionRecord?
}
