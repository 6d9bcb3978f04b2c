internal import ContentIntake
internal import Foundation
internal import GatewayProtocol
internal import PolicyEvaluation
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf

/// Goes through the items of a label's dataset with rules that are ready. It holds a slice of the contents at a time, and
/// reads the next one when those are evaluated.
struct LabelItemRun: Sendable {
  typealias Answer = Clavata_Gateway_V1_EvaluateItemsResponse

  enum Items: Sendable {
    /// In this order, each once.
    case named([UUID])
    /// Newest first. What comes in meanwhile is not gone through.
    case selected(LabelDatasetSelection)
  }

  struct Asked: Sendable {
    var subject: LabelEvaluationRecord.Subject
    var rules: ReadyRules
    var options: EvaluationOptions
  }

  let intake: ContentIntake
  let evaluator: Evaluator
  let store: any Store
  let limiter: RateLimiter
  let reviews: ReviewLimiter

  /// An item with its content.
  private struct Ready {
    var row: LabelDatasetItemRow
    var hash: String
    var content: AdmittedItem
  }

  /// How many went well and how many did not, so far.
  private struct Progress {
    var successes: Int32 = 0
    var errors: Int32 = 0
    var isBegun: Bool { successes > 0 || errors > 0 }

    mutating func answer(_ evaluation: LabelEvaluationRecord, _ report: WireReport) -> Answer {
      successes += 1
      return .with {
        $0.evaluation = .init(evaluation)
        $0.report = report
        $0.successCount = successes
        $0.errorCount = errors
      }
    }

    mutating func answer(error: String, item: UUID) -> Answer {
      errors += 1
      return .with {
        $0.errors = ["item \(item.wire): \(error)"]
        $0.successCount = successes
        $0.errorCount = errors
      }
    }
  }

  /// - Throws: `GatewayError`, `StoreError`, `CancellationError`; what `emit` throws.
  func evaluate(
    _ items: Items, of label: UUID, with asked: Asked, caller: Caller, emit: ([Answer]) async throws -> Void
  ) async throws {
    var progress = Progress()
    // The request itself was charged for one content.
    var paid = 1
    func evaluate(_ rows: [LabelDatasetItemRow]) async throws {
      for slice in LabelItemSlices.of(rows) {
        try Task.checkCancellation()
        limiter.charge(contents: slice.count + 1 - paid, to: caller)
        paid = 0
        try await self.evaluate(slice, with: asked, caller: caller, &progress, emit: emit)
      }
    }
    switch items {
    case .named(let ids):
      var rest = ids[...]
      while !rest.isEmpty {
        let part = rest.prefix(LabelDatasetLimits.page)
        rest = rest.dropFirst(part.count)
        let rows = try await store.labelDatasetItems(Array(part), account: caller.accountID)
          .filter { $0.item.labelID == label }
        let found = Set(rows.map(\.item.id))
        let missing = part.filter { !found.contains($0) }
          .map { progress.answer(error: "the label's dataset has no such item", item: $0) }
        if !missing.isEmpty { try await emit(missing) }
        try await evaluate(rows)
      }
    case .selected(let selection):
      var page = LabelDatasetPage(limit: LabelDatasetLimits.page)
      while true {
        let rows = try await store.labelDatasetItems(selection, page: page, account: caller.accountID)
        guard let last = rows.last else { break }
        try await evaluate(rows)
        page.after = .created(last.item.created, last.item.id)
      }
    }
    if !progress.isBegun { try await emit([Answer()]) }
  }

  private func evaluate(
    _ rows: ArraySlice<LabelDatasetItemRow>, with asked: Asked, caller: Caller, _ progress: inout Progress,
    emit: ([Answer]) async throws -> Void
  ) async throws {
    var ready: [Ready] = []
    var failures: [Answer] = []
    let contents = try await store.contents(rows.map(\.item.contentID), account: caller.accountID)
    let byID = Dictionary(contents.map { ($0.id, $0) }) { first, _ in first }
    for row in rows {
      // INVARIANT: a content stays while an item has it, so that one without content is gone too.
      guard let content = byID[row.item.contentID] else {
        failures.append(progress.answer(error: "it was removed", item: row.item.id))
        continue
      }
      do {
        ready.append(Ready(row: row, hash: content.hash, content: try await admit(content, caller: caller)))
      } catch let error as GatewayError where !Task.isCancelled {
        failures.append(progress.answer(error: error.message, item: row.item.id))
      }
    }
    if !failures.isEmpty { try await emit(failures) }
    guard !ready.isEmpty else { return }
    try await reviews.charge(contents: ready.count, to: caller.accountID)
    try await evaluator.evaluate(ready.map(\.content), with: asked.rules, options: asked.options) { evaluated in
      try await emit(
        try await keep(evaluated.map { (ready[$0.index], $0) }, with: asked, caller: caller, &progress))
    }
  }

  /// What is kept is taken in anew: lists of known images may have grown since.
  private func admit(_ record: ContentRecord, caller: Caller) async throws -> AdmittedItem {
    let content = try Clavata_Shared_V1_ContentData(serializedBytes: record.data)
    let items = try await AdmittedItem.admit([content], by: intake, for: caller.accountID.wire)
    // INVARIANT: as many items are admitted as were offered.
    guard let item = items.first else { throw GatewayError(.internalError, "an internal error") }
    return item
  }

  private func keep(
    _ evaluated: [(ready: Ready, item: EvaluatedItem)], with asked: Asked, caller: Caller, _ progress: inout Progress
  ) async throws -> [Answer] {
    let now = Date()
    var records: [LabelEvaluationRecord] = []
    for (ready, item) in evaluated {
      guard item.outcome != .failed else { continue }
      records.append(
        LabelEvaluationRecord(
          id: .timeOrdered(at: now), itemID: ready.row.item.id, subject: asked.subject,
          actual: item.outcome == .true ? .flagged : .notFlagged, score: item.verdict.score,
          expected: ready.row.item.expected, contentHash: ready.hash, evaluatorID: caller.authorID, evaluated: now,
          created: now))
    }
    let kept = records.isEmpty ? [:] : try await store.record(records, account: caller.accountID)
    return evaluated.map { ready, item in
      let id = ready.row.item.id
      if let record = kept[id] { return progress.answer(record, asked.rules.template.message(of: item)) }
      let isScored = item.outcome != .failed
      let failure = "it could not be scored: \(item.firstFailure?.message ?? "a signal failed")"
      return progress.answer(error: isScored ? "it was removed" : failure, item: id)
    }
  }
}

extension EvaluatedItem {
  /// Of the one label that there is.
  fileprivate var verdict: Verdict { report.labels.first?.verdict ?? report.verdict }
  fileprivate var outcome: Outcome { verdict.outcome }
}
