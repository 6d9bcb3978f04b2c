package import ContentIntake
internal import Foundation
package import GatewayProtocol
package import Storage

/// `Evaluate`: contents in, reports out as they are ready, the whole kept as a job.
package struct EvaluationService: Sendable {
  private let catalog: PolicyCatalog
  private let intake: ContentIntake
  private let evaluator: Evaluator
  private let store: any Store
  private let limiter: RateLimiter

  package init(
    catalog: PolicyCatalog, intake: ContentIntake, evaluator: Evaluator, store: any Store, limiter: RateLimiter
  ) {
    self.catalog = catalog
    self.intake = intake
    self.evaluator = evaluator
    self.store = store
    self.limiter = limiter
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
    var job = try JobRecord.make(for: policy, items: items, options: options, account: caller.accountID)
    let jobID = job.id.wire
    func answers(_ items: [EvaluatedItem]) -> [EvaluateAnswer] {
      items.map { EvaluateAnswer(jobID: jobID, item: $0, template: policy.template) }
    }
    var results = KeptResults(policyKey: policy.key)

    // A job is kept before the first response names it. One item is one write; more are a beginning and an end.
    if items.count == 1 {
      var evaluated: [EvaluatedItem] = []
      try await evaluator.evaluate(items, with: policy, options: options) { evaluated = $0 }
      results.append(evaluated)
      job.end(.completed, results: try results.serialized())
      try await store.insert(job)
      try await emit(answers(evaluated))
      return
    }

    job.state = .running
    try await store.insert(job)
    // A caller that cannot be written to any more has left.
    var hasLeft = false
    let kept: Data
    do {
      try await evaluator.evaluate(items, with: policy, options: options) { evaluated in
        results.append(evaluated)
        do {
          try await emit(answers(evaluated))
        } catch {
          hasLeft = true
          throw error
        }
      }
      kept = try results.serialized()
    } catch {
      hasLeft = hasLeft || error is CancellationError || Task.isCancelled
      await end(job.id, hasLeft ? .canceled : .failed, results: nil)
      throw error
    }
    await end(job.id, .completed, results: kept)
  }

  /// Ends the job though the caller may be gone and the task cancelled.
  private func end(_ job: UUID, _ state: JobState, results: Data?) async {
    let store = store
    _ = await Task {
      _ = try? await store.finish(job: job, state: state, results: results, at: Date())
    }.value
  }
}
