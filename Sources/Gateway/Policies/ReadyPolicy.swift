internal import Foundation
package import GatewayProtocol
package import PolicyEvaluation
package import SignalScoring
package import Storage
internal import SwiftProtobuf

/// A policy version with all that depends on it alone done.
///
/// A class, for every request passes it on, and it has many parts.
package final class ReadyPolicy: Sendable {
  package let version: PolicyVersionRecord
  /// What people call the policy.
  package let key: String
  package let rules: ReadyRules
  package let options: Clavata_Shared_V1_PolicyEvalOptions

  package var compiled: CompiledPolicy { rules.compiled }
  package var template: ReportTemplate { rules.template }

  /// - Throws: what parsing the version's options, or a scorer that cannot prepare, throws.
  package init(
    policy: PolicyRecord, version: PolicyVersionRecord, compiled: CompiledPolicy, scorers: Scorers, cache: ScoreCache
  ) async throws {
    self.version = version
    key = policy.key
    options = try version.options.map { try .init(serializedBytes: $0) } ?? .init()
    rules = try await ReadyRules(
      compiled, of: .policy(id: policy.id.wire, key: policy.key, versionID: version.id.wire),
      scope: PolicyScope(globalContext: version.globalContext, stack: ModelStack(rawValue: options.stack)),
      scorers: scorers, cache: cache)
  }
}
