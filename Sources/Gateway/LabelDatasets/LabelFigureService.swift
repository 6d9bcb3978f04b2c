internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// How good a label is: counts, figures of its versions, and how two of them differ.
package struct LabelFigureService: Sendable {
  let catalog: LabelCatalog
  let store: any Store
  private let gate: WorkGate

  /// - Parameter gate: bounds how many are counted at once, so that other reads go on beside them.
  package init(catalog: LabelCatalog, store: any Store, gate: WorkGate) {
    self.catalog = catalog
    self.store = store
    self.gate = gate
  }

  // MARK: Counts

  /// - Throws: NOT_FOUND.
  package func stats(
    _ request: Clavata_Gateway_V1_GetLabelDatasetStatsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetLabelDatasetStatsResponse {
    let id = try Identifier.uuid(request.labelID, field: "labelId")
    do {
      let counts = try await inTurn(caller) {
        try await store.labelDatasetCounts(labels: [id], account: caller.accountID)[id]
      }
      guard let counts else { throw LabelCatalog.missing(label: id) }
      return .init(counts)
    } catch {
      throw GatewayError(error)
    }
  }

  /// Labels that the account has not are left out.
  package func allStats(
    _ request: Clavata_Gateway_V1_BatchGetLabelDatasetStatsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_BatchGetLabelDatasetStatsResponse {
    let ids = try Identifier.uuids(request.labelIds, field: "labelIds", limit: LabelDatasetLimits.labels)
    do {
      let counts = try await inTurn(caller) {
        try await store.labelDatasetCounts(labels: ids, account: caller.accountID)
      }
      return .with { response in
        for (id, counts) in counts { response.stats[id.wire] = .init(counts) }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  // MARK: Figures

  /// Of the version that is named, else of the one that the filters name, else of the newest.
  ///
  /// - Throws: NOT_FOUND; INVALID_ARGUMENT where the filters name another version.
  package func metrics(
    _ request: Clavata_Gateway_V1_GetLabelDatasetMetricsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetLabelDatasetMetricsResponse {
    let label = try await label(request.labelID, caller: caller)
    var selection = try await catalog.selection(
      request.listFilters, label: request.labelID, field: "listFilters", account: caller.accountID)
    let versions = try await catalog.versions(of: label, newest: 1)
    if !request.labelVersionID.isEmpty {
      let id = try Identifier.uuid(request.labelVersionID, field: "labelVersionId")
      _ = try await catalog.version(id, of: label)
      guard selection.version == nil || selection.version == id else {
        throw GatewayError(
          .invalidArgument, "listFilters.filterByEvalLabelVersionId: is another version than `labelVersionId`")
      }
      selection.version = id
    } else if selection.version == nil {
      selection.version = versions.first?.id
    }
    do {
      let tally = try await inTurn(caller) { [selection] in
        try await store.tally(selection, account: caller.accountID)
      }
      var hasDataset = tally.items > 0
      if !hasDataset {
        let all = LabelDatasetSelection(label: label.id)
        hasDataset = try await store.labelDatasetItemCount(all, account: caller.accountID) > 0
      }
      return Self.response(tally, hasDataset: hasDataset, updated: Self.updated(label, versions))
    } catch {
      throw GatewayError(error)
    }
  }

  private static func response(
    _ tally: LabelEvaluationTally, hasDataset: Bool, updated: Date
  ) -> Clavata_Gateway_V1_GetLabelDatasetMetricsResponse {
    let (metrics, freshness) = (LabelMetrics(tally), LabelFreshness(tally, hasDataset: hasDataset))
    return .with {
      $0.truePositives = Int32(clamping: tally.truePositives)
      $0.falsePositives = Int32(clamping: tally.falsePositives)
      $0.falseNegatives = Int32(clamping: tally.falseNegatives)
      $0.trueNegatives = Int32(clamping: tally.trueNegatives)
      $0.accuracy = metrics.accuracy
      $0.precision = metrics.precision
      $0.recall = metrics.recall
      $0.f1Score = metrics.f1
      $0.totalItemCount = Int32(clamping: tally.items)
      $0.evaluatedItemCount = Int32(clamping: tally.evaluated)
      $0.evaluableItemCount = Int32(clamping: tally.evaluable)
      if let last = tally.lastEvaluated { $0.lastEvaluatedAt = .init(last) }
      $0.labelUpdatedAt = .init(updated)
      if let set = tally.expectationsSet { $0.evaluableDatasetUpdatedAt = .init(set) }
      $0.freshness = .init(freshness)
      $0.staleReasons = freshness.reasons.map { .init($0) }
    }
  }

  /// Of the newest versions, newest first.
  ///
  /// - Throws: NOT_FOUND.
  package func versionMetrics(
    _ request: Clavata_Gateway_V1_ListLabelVersionMetricsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListLabelVersionMetricsResponse {
    let label = try await label(request.labelID, caller: caller)
    let versions = try await catalog.versions(of: label, newest: LabelDatasetLimits.versions)
    let updated = Self.updated(label, versions)
    let shown = versions.map(\.id)
    do {
      let (tallies, dataset) = try await inTurn(caller) {
        (
          try await store.tallies(versions: shown, label: label.id, account: caller.accountID),
          // What is said of the dataset itself is the same whatever version is looked at.
          try await store.tally(LabelDatasetSelection(label: label.id), account: caller.accountID)
        )
      }
      return .with { response in
        response.totalItemCount = Int32(clamping: dataset.items)
        response.evaluableItemCount = Int32(clamping: dataset.evaluable)
        if let set = dataset.expectationsSet { response.evaluableDatasetUpdatedAt = .init(set) }
        response.versionMetrics = shown.compactMap { id in
          tallies[id].map {
            .init(id, Self.response($0, hasDataset: $0.items > 0, updated: updated))
          }
        }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// When the label was last changed, or got a version.
  private static func updated(_ label: LabelRecord, _ versions: [LabelVersionRecord]) -> Date {
    max(label.updated, versions.first?.created ?? label.updated)
  }

  /// - Throws: RESOURCE_EXHAUSTED where too much waits; what the body throws.
  func inTurn<Value>(_ caller: Caller, _ body: () async throws -> Value) async throws -> Value {
    try await gate.admit(caller.accountID) { try await gate.turn(body) }
  }

  func label(_ id: String, caller: Caller) async throws(GatewayError) -> LabelRecord {
    try await catalog.label(Identifier.uuid(id, field: "labelId"), account: caller.accountID)
  }
}

extension Clavata_Gateway_V1_LabelVersionMetrics {
  /// The same figures, of a version that is named.
  fileprivate init(_ version: UUID, _ metrics: Clavata_Gateway_V1_GetLabelDatasetMetricsResponse) {
    self = .with {
      $0.labelVersionID = version.wire
      $0.truePositives = metrics.truePositives
      $0.falsePositives = metrics.falsePositives
      $0.falseNegatives = metrics.falseNegatives
      $0.trueNegatives = metrics.trueNegatives
      $0.accuracy = metrics.accuracy
      $0.precision = metrics.precision
      $0.recall = metrics.recall
      $0.f1Score = metrics.f1Score
      $0.totalItemCount = metrics.totalItemCount
      $0.evaluatedItemCount = metrics.evaluatedItemCount
      $0.evaluableItemCount = metrics.evaluableItemCount
      if metrics.hasLastEvaluatedAt { $0.lastEvaluatedAt = metrics.lastEvaluatedAt }
      $0.labelUpdatedAt = metrics.labelUpdatedAt
      if metrics.hasEvaluableDatasetUpdatedAt { $0.evaluableDatasetUpdatedAt = metrics.evaluableDatasetUpdatedAt }
      $0.freshness = metrics.freshness
      $0.staleReasons = metrics.staleReasons
    }
  }
}
