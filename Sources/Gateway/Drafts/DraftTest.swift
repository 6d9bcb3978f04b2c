internal import Foundation
internal import GatewayProtocol
internal import SignalScoring
internal import SwiftProtobuf

/// A draft that is tried, and how.
struct DraftTest: Sendable {
  let text: String
  /// The same for the same text of an account.
  let id: String
  let options: EvaluationOptions
  let scope: PolicyScope

  /// - Parameters:
  ///   - threshold: nil and 0 are none.
  ///   - globalContext: nil for none.
  /// - Throws: INVALID_ARGUMENT.
  init(
    _ text: String, threshold: Double?, options: Clavata_Gateway_V1_TestPolicyOptions, globalContext: String?,
    caller: Caller
  ) throws(GatewayError) {
    let version = Clavata_Shared_V1_PolicyEvalOptions.with { $0.stack = options.stack }
    try EvaluationOptions.check(version, field: "options")
    var evaluation = try EvaluationOptions(
      threshold: threshold, expedited: options.hasExpedited ? options.expedited : nil, options: [:], version: version)
    evaluation.bypassesCache = options.bypassCache
    try PolicyCatalog.check(globalContext: globalContext ?? "")
    self.text = text
    self.options = evaluation
    id = UUID.named("draft:\(text)", in: caller.accountID).wire
    scope = PolicyScope(globalContext: globalContext, stack: ModelStack(rawValue: options.stack))
  }
}
