internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension DatasetService {
  /// Makes items of contents of the account, all or none. Their labels are those that are given, for each and for all,
  /// or the contents' own where none are. A content that is there already gets those that it has not.
  ///
  /// - Throws: NOT_FOUND for the dataset or a content; FAILED_PRECONDITION over a limit.
  package func append(
    _ request: Clavata_Gateway_V1_AppendContentToDatasetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_AppendContentToDatasetResponse {
    let id = try Self.id(request.datasetID)
    let field = "contentWithLabels"
    guard (1...ContentBounds.items).contains(request.contentWithLabels.count) else {
      throw GatewayError(.invalidArgument, "\(field): must be 1 to \(ContentBounds.items)")
    }
    let bulk = try ContentLabels.checked(request.bulkLabels, field: "bulkLabels")
    var items: [NewDatasetItem] = []
    for each in request.contentWithLabels {
      let content = try Identifier.uuid(each.customerContentID, field: "\(field).customerContentId")
      items.append(
        NewDatasetItem(contentID: content, labels: try Self.labels(each.labels + bulk, field: "\(field).labels")))
    }
    try await append(items, to: id, account: caller.accountID)
    return .with { $0.success = true }
  }

  package func listContent(
    _ request: Clavata_Gateway_V1_ListDatasetContentRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListDatasetContentResponse {
    let id = try Self.id(request.datasetID)
    let query = try ContentRowQuery(
      labels: request.query.labels, modalities: request.query.contentModalities, text: request.query.content)
    do {
      let items = try await searches.run(words: query.text, account: caller.accountID) {
        try await store.datasetItemIDs(query, dataset: id, account: caller.accountID)
      }
      return .with {
        $0.items = items.map { item in
          .with {
            $0.id = item.item.wire
            $0.datasetID = id.wire
            $0.customerContentID = item.content.wire
          }
        }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// The contents of the items that are named; of all where none are.
  ///
  /// - Throws: NOT_FOUND for the dataset or an item; INVALID_ARGUMENT where they are too much for one answer.
  package func getContent(
    _ request: Clavata_Gateway_V1_GetDatasetContentRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetDatasetContentResponse {
    let id = try Self.id(request.datasetID)
    let named = request.datasetItemIds.isEmpty ? [] : try Self.items(request.datasetItemIds)
    var page = DatasetPageQuery(ids: named, limit: ContentBounds.items, byteLimit: ContentBounds.answerBytes)
    do {
      try await require(items: named, in: id, account: caller.accountID)
      let contents = try await store.datasetContents(page, dataset: id, account: caller.accountID)
      if let last = contents.last {
        page.after = last.position
        page.limit = 1
        guard try await store.datasetContents(page, dataset: id, account: caller.accountID).isEmpty else {
          throw GatewayError(
            .invalidArgument,
            "datasetItemIds: an answer has at most \(ContentBounds.items) items of \(ContentBounds.answerBytes) bytes "
              + "together: name fewer")
        }
      }
      var response = Clavata_Gateway_V1_GetDatasetContentResponse()
      for content in contents {
        let wire = try content.wire()
        response.contents.append(
          .with {
            $0.customerContentID = content.content.id.wire
            $0.datasetItemID = content.item.id.wire
            $0.contentData = wire
          })
      }
      return response
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: NOT_FOUND for the dataset or an item, with nothing removed.
  package func remove(
    _ request: Clavata_Gateway_V1_RemoveFromDatasetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_RemoveFromDatasetResponse {
    let id = try Self.id(request.datasetID)
    let items = try Self.items(request.datasetItemIds)
    do {
      try await store.removeItems(items, dataset: id, account: caller.accountID, at: Date())
      return .with { $0.success = true }
    } catch {
      throw GatewayError(error)
    }
  }

  package func listLabels(
    _ request: Clavata_Gateway_V1_ListDatasetLabelsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListDatasetLabelsResponse {
    let id = try Self.id(request.datasetID)
    do {
      let labels = try await store.datasetLabels(id, account: caller.accountID, limit: ContentBounds.listedLabels)
      return .with { $0.labels = labels }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Returns: checked; nil for none, which stands for the content's own.
  static func labels(_ labels: [String], field: String) throws(GatewayError) -> [String]? {
    let labels = try ContentLabels.checked(labels, field: field)
    return labels.isEmpty ? nil : labels
  }

  static func items(_ ids: [String]) throws(GatewayError) -> [UUID] {
    try Identifier.uuids(ids, field: "datasetItemIds", limit: ContentBounds.items, areRequired: true)
  }

  func append(_ items: [NewDatasetItem], to dataset: UUID, account: UUID) async throws(GatewayError) {
    do {
      _ = try await store.append(items, to: dataset, account: account, at: Date(), limits: DatasetLimits())
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: NOT_FOUND for the dataset or an item; `StoreError`.
  func require(items: [UUID], in dataset: UUID, account: UUID) async throws {
    let found = try await store.datasetItemIDs(items, dataset: dataset, account: account)
    if let missing = items.first(where: { !found.contains($0) }) {
      throw GatewayError(.notFound, "the dataset has no item with the id \(missing.wire)")
    }
  }
}
