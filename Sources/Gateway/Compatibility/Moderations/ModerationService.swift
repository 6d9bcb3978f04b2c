internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// Moderations in the shape of OpenAI's endpoint, on one policy: its labels are the categories.
package struct ModerationService: Sendable {
  /// A model of a name that begins so is the policy, whatever follows.
  private static let modelPrefixes = ["omni-moderation", "text-moderation"]

  private let evaluation: EvaluationService
  let policy: NamedPolicy?

  /// - Parameter policy: its key or id; nil: the shape is off.
  package init(evaluation: EvaluationService, catalog: PolicyCatalog, policy: String?) {
    self.evaluation = evaluation
    self.policy = policy.map { NamedPolicy($0, in: catalog) }
  }

  /// - Throws: NOT_FOUND where the shape is off.
  package func checkIsOn() throws(GatewayError) { _ = try configured() }

  private func configured() throws(GatewayError) -> NamedPolicy {
    guard let policy else {
      throw GatewayError(
        .notFound, "moderations are off on this server: --moderations-policy (GAVEL_MODERATIONS_POLICY) turns them on",
        reason: "moderations_off")
    }
    return policy
  }

  /// Judges every input, as one job.
  ///
  /// - Throws: NOT_FOUND where the shape is off, or the policy or the model is not there; UNAVAILABLE where a category
  ///   could not be scored: there is no place in the shape to say so, and false would be made up.
  package func create(_ request: ModerationRequest, caller: Caller) async throws(GatewayError) -> ModerationResponse {
    let record = try await configured().record(account: caller.accountID)
    try Self.check(model: request.model, for: record)
    let input = request.input
    let answers = try await evaluate(input, under: record, caller: caller)
    let inputs = input.inputs
    guard let first = answers.first, answers.count == inputs.last?.upperBound else {
      throw GatewayError(.internalError, "an internal error")
    }
    var results: [ModerationResult] = []
    for (number, places) in inputs.enumerated() {
      let parts = answers[places].map { (item: $0.item, kind: input.kind(of: $0.item.index)) }
      let field = inputs.count == 1 ? "input" : input.fieldName(of: number)
      results.append(try ModerationResult(parts, policy: first.template.policy, field: field))
    }
    return ModerationResponse(id: "modr-\(first.jobID)", model: record.key, results: results)
  }

  /// - Returns: one answer an item, in their order.
  private func evaluate(
    _ input: ModerationInput, under policy: PolicyRecord, caller: Caller
  ) async throws(GatewayError) -> [EvaluateAnswer] {
    let request = Clavata_Gateway_V1_EvaluateRequest.with {
      $0.policyID = policy.id.wire
      $0.contentData = input.contents
      // Scores are given, so they must be known wholly.
      $0.expedited = false
    }
    var answers: [EvaluateAnswer] = []
    do {
      try await evaluation.evaluate(request, caller: caller) { answers += $0 }
    } catch {
      throw GatewayError(error).underNamedPolicy().refusingImages().naming { input.fieldName(of: $0) }
    }
    return answers.sorted { $0.item.index < $1.item.index }
  }

  private static func check(model: String?, for policy: PolicyRecord) throws(GatewayError) {
    guard let model, !model.isEmpty, model != policy.key, model.lowercased() != policy.id.wire,
      !modelPrefixes.contains(where: { model.hasPrefix($0) })
    else { return }
    let names = modelPrefixes.map { "`\($0)`" }.joined(separator: " or ")
    throw GatewayError(
      .notFound, "model: there is `\(policy.key)` here, also under any name that begins with \(names)",
      field: "model", reason: "model_not_found")
  }
}

extension GatewayError {
  /// The same where images are refused: the shape has no place for several, so the first is told of.
  fileprivate func refusingImages() -> GatewayError {
    guard code == .cancelled, let detail = details.first,
      let failure = try? Clavata_Gateway_V1_PrecheckFailure(unpackingAny: detail)
    else { return self }
    let reason =
      switch failure.type {
      case .ncmec: "known_image"
      case .unsupportedImageFormat: "unsupported_image_format"
      case .invalidImage, .unspecified, .UNRECOGNIZED: "invalid_image"
      }
    return GatewayError(.invalidArgument, message, reason: reason)
  }
}
