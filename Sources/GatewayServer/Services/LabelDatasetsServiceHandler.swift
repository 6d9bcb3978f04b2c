internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `LabelDatasetsService` over gRPC: labels' own contents, and how labels do on them.
struct LabelDatasetsServiceHandler: Clavata_Gateway_V1_LabelDatasetsService.SimpleServiceProtocol {
  let services: ServiceSet

  func evaluateItems(
    request: Clavata_Gateway_V1_EvaluateItemsRequest,
    response: RPCWriter<Clavata_Gateway_V1_EvaluateItemsResponse>, context: ServerContext
  ) async throws {
    try await services.labelItemEvaluation.evaluate(request, caller: .required()) {
      try await response.write(contentsOf: $0)
    }
  }

  func appendItemToLabelDataset(
    request: Clavata_Gateway_V1_AppendItemToLabelDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_AppendItemToLabelDatasetResponse {
    try await services.labelDatasets.append(request, caller: .required())
  }

  func batchAppendItemsToLabelDataset(
    request: Clavata_Gateway_V1_BatchAppendItemsToLabelDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_BatchAppendItemsToLabelDatasetResponse {
    try await services.labelDatasets.appendAll(request, caller: .required())
  }

  func listLabelDatasetItems(
    request: Clavata_Gateway_V1_ListLabelDatasetItemsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListLabelDatasetItemsResponse {
    try await services.labelDatasets.list(request, caller: .required())
  }

  func listLabelDatasetItemIds(
    request: Clavata_Gateway_V1_ListLabelDatasetItemIdsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListLabelDatasetItemIdsResponse {
    try await services.labelDatasets.listIDs(request, caller: .required())
  }

  func batchGetLabelDatasetItems(
    request: Clavata_Gateway_V1_BatchGetLabelDatasetItemsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_BatchGetLabelDatasetItemsResponse {
    try await services.labelDatasets.get(request, caller: .required())
  }

  func updateItemExpectedResult(
    request: Clavata_Gateway_V1_UpdateItemExpectedResultRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateItemExpectedResultResponse {
    try await services.labelDatasets.update(request, caller: .required())
  }

  func batchUpdateItemExpectedResult(
    request: Clavata_Gateway_V1_BatchUpdateItemExpectedResultRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_BatchUpdateItemExpectedResultResponse {
    try await services.labelDatasets.updateAll(request, caller: .required())
  }

  func removeItemsFromLabelDataset(
    request: Clavata_Gateway_V1_RemoveItemsFromLabelDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_RemoveItemsFromLabelDatasetResponse {
    try await services.labelDatasets.remove(request, caller: .required())
  }

  func getLabelDatasetStats(
    request: Clavata_Gateway_V1_GetLabelDatasetStatsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetLabelDatasetStatsResponse {
    try await services.labelFigures.stats(request, caller: .required())
  }

  func batchGetLabelDatasetStats(
    request: Clavata_Gateway_V1_BatchGetLabelDatasetStatsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_BatchGetLabelDatasetStatsResponse {
    try await services.labelFigures.allStats(request, caller: .required())
  }

  func recordEvaluationFeedback(
    request: Clavata_Gateway_V1_RecordEvaluationFeedbackRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_RecordEvaluationFeedbackResponse {
    try await services.labelReviews.record(request, caller: .required())
  }

  func listEvaluations(
    request: Clavata_Gateway_V1_ListEvaluationsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListEvaluationsResponse {
    try await services.labelReviews.list(request, caller: .required())
  }

  func getLabelDatasetMetrics(
    request: Clavata_Gateway_V1_GetLabelDatasetMetricsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetLabelDatasetMetricsResponse {
    try await services.labelFigures.metrics(request, caller: .required())
  }

  func listLabelVersionMetrics(
    request: Clavata_Gateway_V1_ListLabelVersionMetricsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListLabelVersionMetricsResponse {
    try await services.labelFigures.versionMetrics(request, caller: .required())
  }
}
