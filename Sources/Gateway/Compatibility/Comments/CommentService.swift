internal import Foundation
internal import GatewayProtocol
internal import PolicyEvaluation
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf

/// Comments judged in the shape of the Perspective API, on one policy: its labels are the attributes.
package struct CommentService: Sendable {
  private let evaluation: EvaluationService
  private let catalog: PolicyCatalog
  let policy: NamedPolicy?

  /// - Parameter policy: its key or id; nil: the shape is off.
  package init(evaluation: EvaluationService, catalog: PolicyCatalog, policy: String?) {
    self.evaluation = evaluation
    self.catalog = catalog
    self.policy = policy.map { NamedPolicy($0, in: catalog) }
  }

  /// - Throws: NOT_FOUND where the shape is off.
  package func checkIsOn() throws(GatewayError) { _ = try configured() }

  private func configured() throws(GatewayError) -> NamedPolicy {
    guard let policy else {
      throw GatewayError(
        .notFound, "comments are off on this server: --comments-policy (GAVEL_COMMENTS_POLICY) turns them on",
        reason: "COMMENTS_OFF")
    }
    return policy
  }

  /// Judges one comment, as one job.
  ///
  /// - Throws: NOT_FOUND where the shape is off or the policy is not there; INVALID_ARGUMENT for an attribute that is
  ///   no label; UNAVAILABLE where one could not be scored.
  package func analyze(_ request: CommentRequest, caller: Caller) async throws(GatewayError) -> CommentResponse {
    let policy = try configured()
    try request.check()
    let record = try await policy.record(account: caller.accountID)
    let answer: EvaluateAnswer
    let known: [CompiledLabel]
    var labels: [String: Int]
    do {
      // Before anything is scored: what is asked for has to be there.
      let ready = try await catalog.ready(record.id, account: caller.accountID)
      known = ready.compiled.labels
      labels = try CommentAttributes(ready.compiled).labels(for: request.requestedAttributes.keys)
      answer = try await evaluate(request.comment.text, under: record.id.wire, caller: caller)
    } catch {
      throw GatewayError(error).underNamedPolicy().naming { _ in "comment.text" }
    }
    // The version that judged may be a later one than was looked at above.
    let judged = answer.template.policy
    if !judged.labels.elementsEqual(known, by: { $0.name == $1.name }) {
      labels = try CommentAttributes(judged).labels(for: request.requestedAttributes.keys)
    }
    return CommentResponse(
      attributeScores: try Self.scores(answer.item, labels: labels, request: request),
      languages: request.languages ?? [], clientToken: request.clientToken)
  }

  /// - Throws: UNIMPLEMENTED, always: policies are not learnt from single scores.
  package func suggestScore() throws(GatewayError) -> Never {
    throw GatewayError(
      .unimplemented, "comments:suggestscore is not supported: nothing here learns from suggested scores")
  }

  private func evaluate(_ text: String, under policyID: String, caller: Caller) async throws -> EvaluateAnswer {
    let request = Clavata_Gateway_V1_EvaluateRequest.with {
      $0.policyID = policyID
      $0.contentData = [.with { $0.text = text }]
      // Scores are given, so they must be known wholly.
      $0.expedited = false
    }
    var answers: [EvaluateAnswer] = []
    try await evaluation.evaluate(request, caller: caller) { answers += $0 }
    guard let answer = answers.first else { throw GatewayError(.internalError, "an internal error") }
    return answer
  }

  /// - Parameter labels: the place of each attribute's label.
  private static func scores(
    _ item: EvaluatedItem, labels: [String: Int], request: CommentRequest
  ) throws(GatewayError) -> [String: CommentResponse.AttributeScores] {
    let end = request.comment.text.utf16.count
    var scores: [String: CommentResponse.AttributeScores] = [:]
    for (name, place) in labels.sorted(by: { $0.key < $1.key }) {
      let verdict = item.report.labels[place].verdict
      guard verdict.outcome == .true || verdict.outcome == .false else {
        let why = item.firstFailure.map { ": \($0.message)" } ?? ""
        throw GatewayError(
          .unavailable,
          "requestedAttributes.\(name.prefix(CommentAttributes.nameCharacters)): could not be scored\(why)",
          reason: "ATTRIBUTE_NOT_SCORED")
      }
      if verdict.score < request.requestedAttributes[name]?.scoreThreshold ?? 0 { continue }
      let score = CommentResponse.Score(value: verdict.score)
      scores[name] = .init(spanScores: [.init(begin: 0, end: end, score: score)], summaryScore: score)
    }
    return scores
  }
}
