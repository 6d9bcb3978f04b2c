package import GatewayProtocol
internal import SignalScoring

/// What decides, of a request and the version it meets, how contents are evaluated.
package struct EvaluationOptions: Sendable, Hashable {
  package static let defaultThreshold = 0.5

  package var threshold: Double
  package var isExpedited: Bool
  /// Whether reports say who answered each signal, and what of the content it was that they went by.
  package var isExplained: Bool
  /// Whether scores are neither taken from the cache nor kept in it.
  package var bypassesCache = false

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
  /// - Parameter field: what the request calls them, for the message.
  /// - Throws: INVALID_ARGUMENT naming the option.
  package static func check(
    _ options: Clavata_Shared_V1_PolicyEvalOptions, field: String = "policyEvalOptions"
  ) throws(GatewayError) {
    try check(options.threshold)
    guard options.stack.isEmpty || ModelStack(rawValue: options.stack) != nil else {
      let names = ModelStack.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      throw GatewayError(.invalidArgument, "\(field).stack: must be one of \(names)")
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
