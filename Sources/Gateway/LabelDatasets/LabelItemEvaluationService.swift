package import ContentIntake
internal import Foundation
package import GatewayProtocol
internal import PolicyEvaluation
internal import PolicyLanguage
package import SignalScoring
package import Storage
internal import SwiftProtobuf

/// `EvaluateItems`: a version or a draft of a label on the items of its dataset. What comes of each is kept before it is
/// answered; there is no job.
package struct LabelItemEvaluationService: Sendable {
  package typealias Answer = Clavata_Gateway_V1_EvaluateItemsResponse

  private let catalog: LabelCatalog
  private let scorers: Scorers
  private let cache: ScoreCache
  private let store: any Store
  private let run: LabelItemRun
  private let gate: WorkGate
  /// Each run holds a slice of contents, however small its request is.
  private let runs = WorkGate(refusal: "too many datasets are being evaluated; try again")

  package init(
    catalog: LabelCatalog, scorers: Scorers, cache: ScoreCache, intake: ContentIntake, evaluator: Evaluator,
    store: any Store, limiter: RateLimiter, reviews: ReviewLimiter, gate: WorkGate
  ) {
    self.catalog = catalog
    self.scorers = scorers
    self.cache = cache
    self.store = store
    self.gate = gate
    run = LabelItemRun(intake: intake, evaluator: evaluator, store: store, limiter: limiter, reviews: reviews)
  }

  /// What is wrong with one item is an answer with its error, and the others are evaluated. Where the items are none,
  /// there is one answer that says so by its counts.
  ///
  /// - Parameter emit: is handed the answers that are ready, never none; its suspension holds the work back.
  /// - Throws: `GatewayError`: NOT_FOUND for the label, the version or the draft; INVALID_ARGUMENT for a draft that does
  ///   not compile; FAILED_PRECONDITION where the label is disabled, or has no version; RESOURCE_EXHAUSTED where too many
  ///   drafts are tested, or datasets evaluated, at once; what `emit` throws.
  package func evaluate(
    _ request: Clavata_Gateway_V1_EvaluateItemsRequest, caller: Caller, emit: ([Answer]) async throws -> Void
  ) async throws {
    try EvaluationOptions.check(request.threshold)
    try EvaluationOptions.check(.init(request.labelEvalOptions), field: "labelEvalOptions")
    try PolicyCatalog.check(globalContext: request.globalContext)
    let label = try await catalog.label(
      Identifier.uuid(request.labelID, field: "labelId"), account: caller.accountID)
    guard !label.isDisabled else {
      throw GatewayError(.failedPrecondition, "the label `\(label.name)` is disabled")
    }
    let items = try await items(request, account: caller.accountID)
    if let draft = try await draft(request, of: label, caller: caller) {
      try await gate.admit(caller.accountID) {
        let asked = try await gate.turn { try await self.asked(request, draft, of: label) }
        try await run.evaluate(items, of: label.id, with: asked, caller: caller, emit: emit)
      }
    } else {
      let asked = try await asked(request, try await version(request, of: label))
      try await runs.admit(caller.accountID) {
        try await run.evaluate(items, of: label.id, with: asked, caller: caller, emit: emit)
      }
    }
  }

  // MARK: Which items

  private func items(
    _ request: Clavata_Gateway_V1_EvaluateItemsRequest, account: UUID
  ) async throws(GatewayError) -> LabelItemRun.Items {
    let excluded = try Identifier.uuids(
      request.excludedItemIds, field: "excludedItemIds", limit: LabelDatasetLimits.ids)
    if request.selectAll {
      var selection = try await catalog.selection(
        request.listFilters, label: request.labelID, field: "listFilters", account: account)
      selection.excluded += excluded
      return .selected(selection)
    }
    let ids = try Identifier.uuids(
      request.labelDatasetItemIds, field: "labelDatasetItemIds", limit: LabelDatasetLimits.ids)
    guard !ids.isEmpty else {
      throw GatewayError(.invalidArgument, "labelDatasetItemIds: are required, or `selectAll`")
    }
    let dropped = Set(excluded)
    return .named(ids.filter { !dropped.contains($0) })
  }

  // MARK: Whose word

  private struct Draft {
    var id: UUID
    var text: String
    var options: Clavata_Shared_V1_LabelEvalOptions
    var globalContext: String?
  }

  /// The draft that is asked for, which counts before a version; nil where none is.
  private func draft(
    _ request: Clavata_Gateway_V1_EvaluateItemsRequest, of label: LabelRecord, caller: Caller
  ) async throws -> Draft? {
    if request.hasDraftText {
      return Draft(
        id: .named("label draft:\(request.draftText)", in: label.id), text: request.draftText, options: .init())
    }
    guard !request.labelDraftID.isEmpty else { return nil }
    let id = try Identifier.uuid(request.labelDraftID, field: "labelDraftId")
    let kept = try await store.labelDraft(label: label.id, user: caller.authorID, account: caller.accountID)
    guard let kept, kept.id == id else {
      throw GatewayError(.notFound, "you have no draft of the label with the id \(id.wire)")
    }
    return Draft(
      id: id, text: kept.text, options: try kept.options.map { try .init(serializedBytes: $0) } ?? .init(),
      globalContext: kept.globalContext)
  }

  private func asked(
    _ request: Clavata_Gateway_V1_EvaluateItemsRequest, _ draft: Draft, of label: LabelRecord
  ) async throws -> LabelItemRun.Asked {
    let text: LabelText
    switch LabelText.read(draft.text) {
    case .success(let read): text = read
    case .failure(let error):
      let place = error.range.start
      throw GatewayError(
        .invalidArgument, "draftText: line \(place.line), column \(place.column): \(error.message)")
    }
    let (options, scope) = try Self.options(request, draft.options, draft.globalContext)
    let rules = try await ReadyRules(
      text.compiled, of: .label(id: label.id.wire, name: label.name, versionID: ""), scope: scope, scorers: scorers,
      cache: cache)
    return LabelItemRun.Asked(subject: .draft(draft.id), rules: rules, options: options)
  }

  /// The version that is asked for, else the newest.
  private func version(
    _ request: Clavata_Gateway_V1_EvaluateItemsRequest, of label: LabelRecord
  ) async throws(GatewayError) -> ReadyLabelVersion {
    var id: UUID
    if request.labelVersionID.isEmpty {
      guard let newest = try await catalog.versions(of: label, newest: 1).first else {
        throw GatewayError(.failedPrecondition, "the label `\(label.name)` has no version")
      }
      id = newest.id
    } else {
      id = try await catalog.version(
        Identifier.uuid(request.labelVersionID, field: "labelVersionId"), of: label
      ).id
    }
    return try await catalog.evaluable(id, account: label.accountID)
  }

  private func asked(
    _ request: Clavata_Gateway_V1_EvaluateItemsRequest, _ version: ReadyLabelVersion
  ) async throws -> LabelItemRun.Asked {
    let (options, scope) = try Self.options(request, version.options, version.version.globalContext)
    let rules = try await catalog.rules(of: version, scope: scope)
    return LabelItemRun.Asked(subject: .version(version.version.id), rules: rules, options: options)
  }

  /// The request's own word counts before that of the version, or of the draft as it is kept.
  private static func options(
    _ request: Clavata_Gateway_V1_EvaluateItemsRequest, _ own: Clavata_Shared_V1_LabelEvalOptions,
    _ globalContext: String?
  ) throws(GatewayError) -> (EvaluationOptions, PolicyScope) {
    let merged = own.overlaid(with: request.labelEvalOptions)
    var options = try EvaluationOptions(
      threshold: request.hasThreshold ? request.threshold : nil, expedited: nil, options: [:], version: .init(merged))
    options.bypassesCache = merged.bypassCache
    let scope = PolicyScope(
      globalContext: request.hasGlobalContext ? request.globalContext : globalContext,
      stack: ModelStack(rawValue: merged.stack))
    return (options, scope)
  }
}
