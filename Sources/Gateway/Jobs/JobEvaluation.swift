internal import Foundation
internal import Storage

/// Evaluates contents while the caller waits, and keeps that as a job before the first result is sent.
struct JobEvaluation: Sendable {
  let evaluator: Evaluator
  let store: any Store
  /// Keeps the contents of what was evaluated; nil keeps none.
  var retention: ContentRetention?

  /// - Parameters:
  ///   - job: not kept yet.
  ///   - results: takes what the job keeps of its results; nil keeps none.
  ///   - count: counts them for the figures; nil counts none.
  ///   - emit: is handed the results that are ready, never none; its suspension holds the work back.
  /// - Throws: `StoreError`, `CancellationError`; what `emit` throws.
  func run(
    _ job: JobRecord, _ items: [AdmittedItem], with rules: ReadyRules, options: EvaluationOptions,
    keeping results: KeptResults?, counting count: FigureCount?, emit: ([EvaluatedItem]) async throws -> Void
  ) async throws {
    var job = job
    var results = results
    var count = count
    // A job is kept before the first response names it. One item is one write; more are a beginning and an end.
    if items.count == 1 {
      var evaluated: [EvaluatedItem] = []
      try await evaluator.evaluate(items, with: rules, options: options) { evaluated = $0 }
      results?.append(evaluated)
      count?.add(evaluated, of: items)
      job.figures = count?.figures
      job.end(.completed, results: try results?.serialized())
      try await insert(job, of: items)
      try await emit(evaluated)
      return
    }

    let id = job.id
    job.state = .running
    try await store.insert(job)
    // A caller that cannot be written to any more has left.
    var hasLeft = false
    let kept: Data?
    do {
      try await evaluator.evaluate(items, with: rules, options: options) { evaluated in
        results?.append(evaluated)
        count?.add(evaluated, of: items)
        do {
          try await emit(evaluated)
        } catch {
          hasLeft = true
          throw error
        }
      }
      kept = try results?.serialized()
    } catch {
      hasLeft = hasLeft || error is CancellationError || Task.isCancelled
      let state: JobState = hasLeft ? .canceled : .failed
      await end { _ = try await $0.finish(job: id, state: state, results: nil, at: Date()) }
      throw error
    }
    await retention?.keep(items, account: job.accountID)
    let figures = count?.figures
    await end { _ = try await $0.complete(job: id, results: kept, figures: figures, at: Date()) }
  }

  private func insert(_ job: JobRecord, of items: [AdmittedItem]) async throws {
    guard let retention, retention.isOn else { return try await store.insert(job) }
    // Side by side, the two share a commit.
    async let end: Void = retention.keep(items, account: job.accountID)
    try await store.insert(job)
    await end
  }

  /// Ends the job though the caller may be gone and the task cancelled.
  private func end(_ write: @escaping @Sendable (any Store) async throws -> Void) async {
    let store = store
    _ = await Task { try? await write(store) }.value
  }
}
