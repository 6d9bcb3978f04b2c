internal import Foundation
internal import GatewayProtocol
internal import PolicyEvaluation
package import SignalScoring

/// One item's report, and where the item stood in its request.
package struct EvaluatedItem: Sendable {
  package var index: Int
  package var content: TextContent
  package var report: WireReport
}

/// Evaluates contents against a ready policy, several at a time, handing on each report as it is ready.
package struct Evaluator: Sendable {
  /// Items of one request in work at once where a model has to be asked: enough to fill its batches.
  package static let itemsInWork = 32

  private let tokens: TokenCounter

  package init(tokens: TokenCounter) {
    self.tokens = tokens
  }

  /// - Parameter receive: is handed one report at a time; while it suspends, no further item is begun, so that a slow
  ///   reader slows the work and not the other way round.
  /// - Throws: what `receive` throws, and `CancellationError`.
  package func evaluate(
    _ items: [AdmittedItem], with policy: ReadyPolicy, options: EvaluationOptions,
    receive: (EvaluatedItem) async throws -> Void
  ) async throws {
    if items.count == 1 {
      try await receive(evaluate(items[0], at: 0, with: policy, options: options))
      return
    }
    let width = policy.plan.needsOnlyMatching ? Self.cores : Self.itemsInWork
    try await withThrowingTaskGroup(of: EvaluatedItem.self) { group in
      var next = 0
      func begin() {
        guard next < items.count else { return }
        let index = next
        next += 1
        group.addTask { try await evaluate(items[index], at: index, with: policy, options: options) }
      }
      for _ in 0..<width { begin() }
      while let item = try await group.next() {
        try await receive(item)
        begin()
      }
    }
  }

  private static let cores = max(2, ProcessInfo.processInfo.activeProcessorCount)

  private func evaluate(
    _ item: AdmittedItem, at index: Int, with policy: ReadyPolicy, options: EvaluationOptions
  ) async throws -> EvaluatedItem {
    try Task.checkCancellation()
    let scored = try await policy.plan.score(
      item.content, threshold: options.threshold, expedited: options.isExpedited)
    let report = policy.compiled.evaluate(
      scores: scored.scores, threshold: options.threshold, unscored: scored.unscored)
    let usage = TokenUsage(input: tokens.count(item.content.text), multiplier: policy.multiplier)
    return EvaluatedItem(
      index: index, content: item.content,
      report: policy.template.fill(report, contentHash: item.content.hash, metadata: item.metadata, usage: usage))
  }
}
