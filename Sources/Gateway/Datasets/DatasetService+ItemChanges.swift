internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// What is said of items. All of a call's items are changed, or none.
extension DatasetService {
  /// Gives items these labels and no others.
  package func setLabels(
    _ request: Clavata_Gateway_V1_UpdateDatasetItemLabelsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateDatasetItemLabelsResponse {
    let labels = try ContentLabels.checked(request.labels, field: "labels")
    let items = try await update(
      request.datasetItemIds, .labels(labels), dataset: request.datasetID, account: caller.accountID)
    return .with { $0.datasetItemIds = items.map(\.id.wire) }
  }

  /// Adds labels and takes others away; answers which items have then.
  ///
  /// - Throws: INVALID_ARGUMENT where a label is both to be added and to be removed.
  package func modifyLabels(
    _ request: Clavata_Gateway_V1_ModifyDatasetItemLabelsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ModifyDatasetItemLabelsResponse {
    let adding = try ContentLabels.checked(request.addLabels, field: "addLabels")
    let removing = try ContentLabels.checked(request.removeLabels, field: "removeLabels")
    guard Set(adding).isDisjoint(with: removing) else {
      throw GatewayError(.invalidArgument, "removeLabels: must not be among the labels to be added")
    }
    let items = try await update(
      request.datasetItemIds, .labelsChanged(adding: adding, removing: removing), dataset: request.datasetID,
      account: caller.accountID)
    return .with { response in
      response.datasetItemIds = items.map(\.id.wire)
      for item in items { response.itemLabels[item.id.wire] = .with { $0.labels = item.labels } }
    }
  }

  /// Gives items a title, or, without one, their contents' own.
  package func setTitle(
    _ request: Clavata_Gateway_V1_UpdateDatasetItemTitleRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateDatasetItemTitleResponse {
    try FieldText.requireLength(of: request.title, field: "title", limit: ContentBounds.titleBytes)
    try FieldText.requirePrintable(request.title, field: "title")
    let items = try await update(
      request.datasetItemIds, .title(request.title.isEmpty ? nil : request.title), dataset: request.datasetID,
      account: caller.accountID)
    return .with { $0.datasetItemIds = items.map(\.id.wire) }
  }

  private func update(
    _ ids: [String], _ change: DatasetItemChange, dataset: String, account: UUID
  ) async throws(GatewayError) -> [DatasetItemRecord] {
    let dataset = try Self.id(dataset)
    let items = try Self.items(ids)
    do {
      return try await store.update(
        items: items, change, dataset: dataset, account: account, at: Date(), limits: DatasetLimits())
    } catch {
      throw GatewayError(error)
    }
  }
}
