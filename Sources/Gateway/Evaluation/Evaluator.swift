internal import Foundation
internal import PolicyEvaluation
internal import SignalScoring

/// Evaluates contents against rules that are ready, several at a time, handing on the results as they are ready.
package struct Evaluator: Sendable {
  /// Items of one request in work at once where a model has to be asked: enough to fill its batches.
  package static let itemsInWork = 32
  /// Items that are evaluated and handed on together where matching is all there is to do: an item takes microseconds
  /// then, which handing it on alone would double. So many, or so much text.
  static let groupItems = 16
  static let groupBytes = 32 << 10

  private let tokens: TokenCounter

  package init(tokens: TokenCounter) {
    self.tokens = tokens
  }

  /// - Parameter receive: is handed the results that are ready, never none; while it suspends, no further item is begun,
  ///   so that a slow reader slows the work and not the other way round.
  /// - Throws: what `receive` throws, and `CancellationError`.
  package func evaluate(
    _ items: [AdmittedItem], with rules: ReadyRules, options: EvaluationOptions,
    receive: ([EvaluatedItem]) async throws -> Void
  ) async throws {
    if items.count == 1 {
      try await receive([evaluate(items[0], at: 0, with: rules, options: options)])
      return
    }
    let needsModel = !rules.plans.text.needsOnlyMatching || items.contains { $0.content.text == nil }
    var groups = Self.groups(of: items, apart: needsModel)[...]
    try await withThrowingTaskGroup(of: [EvaluatedItem].self) { work in
      func begin() {
        guard let group = groups.popFirst() else { return }
        work.addTask {
          var evaluated: [EvaluatedItem] = []
          evaluated.reserveCapacity(group.count)
          for index in group {
            evaluated.append(try await evaluate(items[index], at: index, with: rules, options: options))
          }
          return evaluated
        }
      }
      for _ in 0..<(needsModel ? Self.itemsInWork : Self.cores) { begin() }
      while let evaluated = try await work.next() {
        try await receive(evaluated)
        begin()
      }
    }
  }

  /// The same with a policy's version.
  package func evaluate(
    _ items: [AdmittedItem], with policy: ReadyPolicy, options: EvaluationOptions,
    receive: ([EvaluatedItem]) async throws -> Void
  ) async throws {
    try await evaluate(items, with: policy.rules, options: options, receive: receive)
  }

  /// Items that go together, by their places.
  private static func groups(of items: [AdmittedItem], apart: Bool) -> [Range<Int>] {
    if apart { return items.indices.map { $0..<($0 + 1) } }
    var groups: [Range<Int>] = []
    var start = 0
    var bytes = 0
    for (index, item) in items.enumerated() {
      bytes += item.content.text?.utf8.count ?? 0
      if index + 1 - start == groupItems || bytes >= groupBytes || index + 1 == items.count {
        groups.append(start..<(index + 1))
        start = index + 1
        bytes = 0
      }
    }
    return groups
  }

  private static let cores = max(2, ProcessInfo.processInfo.activeProcessorCount)

  private func evaluate(
    _ item: AdmittedItem, at index: Int, with rules: ReadyRules, options: EvaluationOptions
  ) async throws -> EvaluatedItem {
    try Task.checkCancellation()
    let scored = try await rules.plans.plan(for: item.content).score(
      item.content, threshold: options.threshold, expedited: options.isExpedited,
      bypassingCache: options.bypassesCache, explained: options.isExplained)
    return EvaluatedItem(
      index: index, contentHash: item.content.hash, metadata: item.metadata,
      report: rules.compiled.evaluate(
        scores: scored.scores, threshold: options.threshold, unscored: scored.unscored),
      usage: TokenUsage(input: tokens.count(item.content), multiplier: rules.multiplier),
      explanation: Explanation(scored, of: item.content, isAsked: options.isExplained), failures: scored.failures)
  }
}
