package import ContentIntake
package import GatewayProtocol
package import Storage

/// `Evaluate`: contents in, reports out as they are ready, the whole kept as a job.
package struct EvaluationService: Sendable {
  private let catalog: PolicyCatalog
  private let intake: ContentIntake
  private let jobs: JobEvaluation
  private let limiter: RateLimiter
  private let reviews: ReviewLimiter

  package init(
    catalog: PolicyCatalog, intake: ContentIntake, evaluator: Evaluator, store: any Store, limiter: RateLimiter,
    reviews: ReviewLimiter, retention: ContentRetention? = nil
  ) {
    self.catalog = catalog
    self.intake = intake
    jobs = JobEvaluation(evaluator: evaluator, store: store, retention: retention)
    self.limiter = limiter
    self.reviews = reviews
  }

  /// - Parameter emit: is handed the answers that are ready, never none; its suspension holds the work back.
  /// - Throws: `GatewayError`; what `emit` throws.
  package func evaluate(
    _ request: Clavata_Gateway_V1_EvaluateRequest, caller: Caller,
    emit: ([EvaluateAnswer]) async throws -> Void
  ) async throws {
    let policyID = try Identifier.policy(request.policyID)
    let policy = try await catalog.ready(policyID, account: caller.accountID)
    let options = try EvaluationOptions(
      threshold: request.hasThreshold ? request.threshold : nil,
      expedited: request.hasExpedited ? request.expedited : nil,
      options: request.options.options, version: policy.options)
    limiter.charge(contents: min(request.contentData.count, ContentLimits.items), to: caller)
    let items = try await AdmittedItem.admit(request.contentData, by: intake, for: caller.accountID.wire)
    try await reviews.charge(contents: items.count, to: caller.accountID)
    let job = try JobRecord.make(for: policy, items: items, options: options, account: caller.accountID)
    let jobID = job.id.wire
    try await jobs.run(
      job, items, with: policy.rules, options: options, keeping: KeptResults(policyKey: policy.key),
      counting: FigureCount(of: policy, account: caller.accountID)
    ) { evaluated in
      try await emit(evaluated.map { EvaluateAnswer(jobID: jobID, item: $0, template: policy.template) })
    }
  }
}
