package import ContentIntake
internal import Foundation
package import GatewayProtocol
internal import PolicyEvaluation
internal import PolicyLanguage
package import SignalScoring
package import Storage
internal import SwiftProtobuf

/// `TestPolicy`: a draft's text against contents. Nothing is kept of it but a job of type TEST, without the draft and
/// without results, for those would be of no use without it.
package struct PolicyTestService: Sendable {
  private let scorers: Scorers
  private let cache: ScoreCache
  private let intake: ContentIntake
  private let gate: DraftGate
  private let jobs: JobEvaluation
  private let limiter: RateLimiter

  package init(
    scorers: Scorers, cache: ScoreCache, intake: ContentIntake, evaluator: Evaluator, store: any Store,
    limiter: RateLimiter, gate: DraftGate = DraftGate()
  ) {
    self.scorers = scorers
    self.cache = cache
    self.intake = intake
    self.limiter = limiter
    self.gate = gate
    jobs = JobEvaluation(evaluator: evaluator, store: store)
  }

  /// A draft that does not compile is one answer that says so; its contents are not looked at then.
  ///
  /// - Parameter emit: is handed the answers that are ready, never none; its suspension holds the work back.
  /// - Throws: `GatewayError`: RESOURCE_EXHAUSTED where too many drafts are tested at once; what `emit` throws.
  package func test(
    _ request: Clavata_Gateway_V1_TestPolicyRequest, caller: Caller,
    emit: ([Clavata_Gateway_V1_TestPolicyResponse]) async throws -> Void
  ) async throws {
    let version = Clavata_Shared_V1_PolicyEvalOptions.with { $0.stack = request.options.stack }
    try EvaluationOptions.check(version, field: "options")
    var options = try EvaluationOptions(
      threshold: request.hasThreshold ? request.threshold : nil,
      expedited: request.options.hasExpedited ? request.options.expedited : nil, options: [:], version: version)
    options.bypassesCache = request.options.bypassCache
    try PolicyCatalog.check(globalContext: request.globalContext)
    let scope = PolicyScope(
      globalContext: request.hasGlobalContext ? request.globalContext : nil,
      stack: ModelStack(rawValue: request.options.stack))
    let draftID = UUID.named("draft:\(request.policyDraft)", in: caller.accountID).wire

    try await gate.admit(caller.accountID) {
      let rules: ReadyRules
      switch try await gate.turn({ try await ready(request.policyDraft, scope) }) {
      case .success(let ready): rules = ready
      case .failure(let error):
        let answer = Clavata_Gateway_V1_TestPolicyResponse.with {
          $0.error = .init(error)
          $0.policyDraftID = draftID
        }
        try await emit([answer])
        return
      }
      limiter.charge(contents: min(request.contentData.count, ContentLimits.items), to: caller)
      let items = try await AdmittedItem.admit(request.contentData, by: intake, for: caller.accountID.wire)
      let job = try JobRecord.make(
        .test, items: items, options: options, account: caller.accountID, named: .with { $0.policyDraftID = draftID })
      let jobID = job.id.wire
      try await jobs.run(job, items, with: rules, options: options, keeping: nil) { evaluated in
        try await emit(
          evaluated.map { item in
            .with {
              $0.jobID = jobID
              $0.policyValid = true
              $0.report = rules.template.message(of: item)
              $0.contentHash = item.contentHash
              $0.policyDraftID = draftID
            }
          })
      }
    }
  }

  /// The draft made ready, or its first error.
  private func ready(_ draft: String, _ scope: PolicyScope) async throws -> Result<ReadyRules, Diagnostic> {
    switch PolicyCatalog.compile(draft) {
    case .success(let compiled):
      .success(try await ReadyRules(compiled, of: .draft, scope: scope, scorers: scorers, cache: cache))
    case .failure(let error): .failure(error)
    }
  }
}
