internal import Foundation
package import GatewayProtocol
internal import SignalScoring
package import Storage
internal import SwiftProtobuf

/// `Evaluate`: contents in, reports out as they are ready, the whole kept as a job.
package struct EvaluationService: Sendable {
  private let catalog: PolicyCatalog
  private let evaluator: Evaluator
  private let store: any Store

  package init(catalog: PolicyCatalog, evaluator: Evaluator, store: any Store) {
    self.catalog = catalog
    self.evaluator = evaluator
    self.store = store
  }

  /// - Parameter emit: is handed one response at a time; its suspension holds the work back.
  /// - Throws: `GatewayError`; what `emit` throws.
  package func evaluate(
    _ request: Clavata_Gateway_V1_EvaluateRequest, caller: Caller,
    emit: (Clavata_Gateway_V1_EvaluateResponse) async throws -> Void
  ) async throws {
    let policyID = try Identifier.policy(request.policyID)
    let policy = try await catalog.ready(policyID, account: caller.accountID)
    let options = try EvaluationOptions(
      threshold: request.hasThreshold ? request.threshold : nil,
      expedited: request.hasExpedited ? request.expedited : nil,
      options: request.options.options, version: policy.options)
    let items = try AdmittedItem.admit(request.contentData)
    var job = try JobRecord.make(for: policy, items: items, options: options, account: caller.accountID)

    // A job is kept before the first response names it. One item is one write; more are a beginning and an end.
    if items.count == 1 {
      var evaluated: EvaluatedItem?
      var results = JobResults(job: job.id)
      try await evaluator.evaluate(items, with: policy, options: options) {
        try results.append($0)
        evaluated = $0
      }
      guard let evaluated else { return }
      job.end(.completed, results: results.serialized)
      try await store.insert(job)
      try await emit(Self.response(evaluated, job: results.jobID))
      return
    }

    job.state = .running
    try await store.insert(job)
    var results = JobResults(job: job.id)
    // A caller that cannot be written to any more has left.
    var hasLeft = false
    do {
      try await evaluator.evaluate(items, with: policy, options: options) { item in
        try results.append(item)
        do {
          try await emit(Self.response(item, job: results.jobID))
        } catch {
          hasLeft = true
          throw error
        }
      }
    } catch {
      hasLeft = hasLeft || error is CancellationError || Task.isCancelled
      await end(job.id, hasLeft ? .canceled : .failed, results: nil)
      throw error
    }
    await end(job.id, .completed, results: results.serialized)
  }

  /// Ends the job though the caller may be gone and the task cancelled.
  private func end(_ job: UUID, _ state: JobState, results: Data?) async {
    let store = store
    _ = await Task {
      _ = try? await store.finish(job: job, state: state, results: results, at: Date())
    }.value
  }

  private static func response(_ item: EvaluatedItem, job: String) -> Clavata_Gateway_V1_EvaluateResponse {
    .with {
      $0.jobUuid = job
      $0.contentHash = item.content.hash
      $0.policyEvaluationReport = item.report
    }
  }
}
