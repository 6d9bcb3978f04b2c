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
  let intake: ContentIntake
  let limiter: RateLimiter
  let store: any DatasetStore
  private let gate: WorkGate
  private let jobs: JobEvaluation
  private let reviews: ReviewLimiter

  package init(
    scorers: Scorers, cache: ScoreCache, intake: ContentIntake, evaluator: Evaluator, store: any Store,
    limiter: RateLimiter, reviews: ReviewLimiter, gate: WorkGate
  ) {
    self.scorers = scorers
    self.cache = cache
    self.intake = intake
    self.limiter = limiter
    self.reviews = reviews
    self.gate = gate
    self.store = store
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
    let draft = try DraftTest(
      request.policyDraft, threshold: request.hasThreshold ? request.threshold : nil, options: request.options,
      globalContext: request.hasGlobalContext ? request.globalContext : nil, caller: caller)
    try await test(draft, caller: caller, emit: emit) { rules in
      limiter.charge(contents: min(request.contentData.count, ContentLimits.items), to: caller)
      let items = try await AdmittedItem.admit(request.contentData, by: intake, for: caller.accountID.wire)
      try await run(draft, rules, on: items, caller: caller, emit: emit)
    }
  }

  /// Makes a draft ready, and has it tried while it holds its place; answers instead where it does not compile.
  func test(
    _ draft: DraftTest, caller: Caller, emit: ([Clavata_Gateway_V1_TestPolicyResponse]) async throws -> Void,
    body: (ReadyRules) async throws -> Void
  ) async throws {
    try await gate.admit(caller.accountID) {
      switch try await gate.turn({ try await ready(draft) }) {
      case .success(let rules): try await body(rules)
      case .failure(let error):
        let answer = Clavata_Gateway_V1_TestPolicyResponse.with {
          $0.error = .init(error)
          $0.policyDraftID = draft.id
        }
        try await emit([answer])
      }
    }
  }

  /// Evaluates contents as a job.
  ///
  /// - Parameter datasetItems: the ids of the items that the contents are, in their order; empty where they are none.
  func run(
    _ draft: DraftTest, _ rules: ReadyRules, on items: [AdmittedItem], datasetItems: [String] = [], caller: Caller,
    emit: ([Clavata_Gateway_V1_TestPolicyResponse]) async throws -> Void
  ) async throws {
    try await reviews.charge(contents: items.count, to: caller.accountID)
    let job = try JobRecord.make(
      .test, items: items, options: draft.options, account: caller.accountID,
      named: .with { $0.policyDraftID = draft.id })
    let jobID = job.id.wire
    try await jobs.run(job, items, with: rules, options: draft.options, keeping: nil, counting: nil) { evaluated in
      try await emit(
        evaluated.map { item in
          .with {
            $0.jobID = jobID
            $0.policyValid = true
            $0.report = rules.template.message(of: item)
            $0.contentHash = item.contentHash
            $0.policyDraftID = draft.id
            if !datasetItems.isEmpty { $0.datasetItemID = datasetItems[item.index] }
          }
        })
    }
  }

  /// The draft made ready, or its first error.
  private func ready(_ draft: DraftTest) async throws -> Result<ReadyRules, Diagnostic> {
    switch PolicyCatalog.compile(draft.text) {
    case .success(let compiled):
      .success(try await ReadyRules(compiled, of: .draft, scope: draft.scope, scorers: scorers, cache: cache))
    case .failure(let error): .failure(error)
    }
  }
}
