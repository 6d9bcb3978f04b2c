internal import Foundation
internal import PolicyEvaluation
internal import SignalScoring

/// Evaluates contents against rules that are ready, several at a time, handing on the results as they are ready.
package struct Evaluator: Sendable {
  /// Texts of one request in work at once where a model has to be asked: enough to fill its batches. As many images
  /// besides: images wait long for what looks at them, and are not to keep the texts among them waiting too.
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
    let needsModel = !rules.plans.text.needsOnlyMatching
    let texts = items.indices.filter { items[$0].content.text != nil }
    let images = items.indices.filter { items[$0].content.text == nil }
    var lanes = [
      Lane(groups: Self.groups(texts, of: items, apart: needsModel), width: needsModel ? Self.itemsInWork : Self.cores),
      Lane(groups: Self.groups(images, of: items, apart: true), width: Self.itemsInWork),
    ]
    try await withThrowingTaskGroup(of: (lane: Int, evaluated: [EvaluatedItem]).self) { work in
      func begin(_ lane: Int) {
        guard let group = lanes[lane].groups.popFirst() else { return }
        work.addTask {
          var evaluated: [EvaluatedItem] = []
          evaluated.reserveCapacity(group.count)
          for index in group {
            evaluated.append(try await evaluate(items[index], at: index, with: rules, options: options))
          }
          return (lane, evaluated)
        }
      }
      for (lane, each) in lanes.enumerated() {
        for _ in 0..<each.width { begin(lane) }
      }
      while let (lane, evaluated) = try await work.next() {
        try await receive(evaluated)
        begin(lane)
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

  /// Items of one kind, which wait for one another and for no others.
  private struct Lane {
    /// What has not begun: items that go together, by their places.
    var groups: ArraySlice<[Int]>
    /// How many groups are in work at once.
    var width: Int
  }

  private static func groups(_ places: [Int], of items: [AdmittedItem], apart: Bool) -> ArraySlice<[Int]> {
    if apart { return places.map { [$0] }[...] }
    var groups: [[Int]] = []
    var group: [Int] = []
    var bytes = 0
    for place in places {
      group.append(place)
      bytes += items[place].content.text?.utf8.count ?? 0
      if group.count == groupItems || bytes >= groupBytes || place == places.last {
        groups.append(group)
        group = []
        bytes = 0
      }
    }
    return groups[...]
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
