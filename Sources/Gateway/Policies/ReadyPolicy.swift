internal import Foundation
package import GatewayProtocol
package import PolicyEvaluation
package import SignalScoring
package import Storage
internal import SwiftProtobuf
internal import Synchronization

/// A policy version with all that depends on it alone done: compiled, its signals encoded, its report laid out.
///
/// A class, for every request passes it on, and it has many parts.
package final class ReadyPolicy: Sendable {
  package let version: PolicyVersionRecord
  /// What people call the policy.
  package let key: String
  package let compiled: CompiledPolicy
  /// How its texts are scored.
  package let plan: ScoringPlan
  package let template: ReportTemplate
  package let options: Clavata_Shared_V1_PolicyEvalOptions
  /// What a token of content is billed at: see `TokenUsage`.
  package let multiplier: Float

  private let makeImagePlan: @Sendable () async throws -> ScoringPlan
  private let imagePlan = Mutex<Task<ScoringPlan, any Error>?>(nil)

  /// - Throws: what parsing the version's options, or a scorer that cannot prepare, throws.
  package init(
    policy: PolicyRecord, version: PolicyVersionRecord, compiled: CompiledPolicy, scorers: Scorers, cache: ScoreCache
  ) async throws {
    self.version = version
    key = policy.key
    self.compiled = compiled
    options = try version.options.map { try .init(serializedBytes: $0) } ?? .init()
    let scope = PolicyScope(globalContext: version.globalContext, stack: ModelStack(rawValue: options.stack))
    plan = try await scorers.textPlan(for: compiled, scope, cache: cache)
    makeImagePlan = { try await scorers.imagePlan(for: compiled, scope, cache: cache) }
    template = try ReportTemplate(
      policy: compiled, policyID: policy.id.wire, policyKey: policy.key, versionID: version.id.wire)
    multiplier = compiled.complexityScore
  }

  /// How a content is scored. What images need is prepared when the first one comes.
  ///
  /// - Throws: what a scorer throws that cannot prepare.
  package func plan(for content: Content) async throws -> ScoringPlan {
    switch content {
    case .text: return plan
    case .image:
      let task = imagePlan.withLock { task in
        if let task { return task }
        let made = Task { try await makeImagePlan() }
        task = made
        return made
      }
      do {
        return try await task.value
      } catch {
        imagePlan.withLock { if $0 == task { $0 = nil } }
        throw error
      }
    }
  }
}

/// What decides, of a request and the version it meets, how contents are evaluated.
package struct EvaluationOptions: Sendable, Hashable {
  package static let defaultThreshold = 0.5

  package var threshold: Double
  package var isExpedited: Bool
  /// Whether reports say who answered each signal, and what of the content it was that they went by.
  package var isExplained: Bool

  /// The request's own word, else the version's, else the default; an unset threshold and 0 both mean "not set".
  ///
  /// - Throws: INVALID_ARGUMENT for a threshold outside 0...1 or an option that is neither `true` nor `false`.
  package init(
    threshold: Double?, expedited: Bool?, options: [String: String], version: Clavata_Shared_V1_PolicyEvalOptions
  ) throws(GatewayError) {
    let asked = threshold ?? 0
    try Self.check(asked)
    if asked != 0 {
      self.threshold = asked
    } else if version.threshold != 0 {
      self.threshold = version.threshold
    } else {
      self.threshold = Self.defaultThreshold
    }
    let option = try Self.flag("expedited", in: options)
    isExpedited = expedited ?? option ?? (version.hasExpedited && version.expedited)
    isExplained = try Self.flag("explain", in: options) ?? false
  }

  /// What a version says for all its evaluations.
  ///
  /// - Throws: INVALID_ARGUMENT naming the option.
  package static func check(_ options: Clavata_Shared_V1_PolicyEvalOptions) throws(GatewayError) {
    try check(options.threshold)
    guard options.stack.isEmpty || ModelStack(rawValue: options.stack) != nil else {
      let names = ModelStack.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      throw GatewayError(.invalidArgument, "policyEvalOptions.stack: must be one of \(names)")
    }
  }

  /// - Throws: INVALID_ARGUMENT outside 0...1, and for not a number.
  package static func check(_ threshold: Double) throws(GatewayError) {
    guard threshold >= 0, threshold <= 1 else {
      throw GatewayError(.invalidArgument, "threshold: must be a number from 0 to 1")
    }
  }

  private static func flag(_ name: String, in options: [String: String]) throws(GatewayError) -> Bool? {
    switch options[name]?.lowercased() {
    case nil: return nil
    case "true": return true
    case "false": return false
    default: throw GatewayError(.invalidArgument, "options.\(name): must be `true` or `false`")
    }
  }
}
