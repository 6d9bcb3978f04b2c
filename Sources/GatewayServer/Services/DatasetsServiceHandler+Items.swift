internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

extension DatasetsServiceHandler {
  func appendContentToDataset(
    request: Clavata_Gateway_V1_AppendContentToDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_AppendContentToDatasetResponse {
    try await services.datasets.append(request, caller: .required())
  }

  func appendApiContentToDataset(
    request: Clavata_Gateway_V1_AppendApiContentToDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_AppendApiContentToDatasetResponse {
    try await services.datasets.appendJobContents(request, caller: .required())
  }

  func listDatasetContent(
    request: Clavata_Gateway_V1_ListDatasetContentRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListDatasetContentResponse {
    try await services.datasets.listContent(request, caller: .required())
  }

  func getDatasetContent(
    request: Clavata_Gateway_V1_GetDatasetContentRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetDatasetContentResponse {
    try await services.datasets.getContent(request, caller: .required())
  }

  func removeFromDataset(
    request: Clavata_Gateway_V1_RemoveFromDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_RemoveFromDatasetResponse {
    try await services.datasets.remove(request, caller: .required())
  }

  func listDatasetLabels(
    request: Clavata_Gateway_V1_ListDatasetLabelsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListDatasetLabelsResponse {
    try await services.datasets.listLabels(request, caller: .required())
  }

  func updateDatasetItemLabels(
    request: Clavata_Gateway_V1_UpdateDatasetItemLabelsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateDatasetItemLabelsResponse {
    try await services.datasets.setLabels(request, caller: .required())
  }

  func modifyDatasetItemLabels(
    request: Clavata_Gateway_V1_ModifyDatasetItemLabelsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ModifyDatasetItemLabelsResponse {
    try await services.datasets.modifyLabels(request, caller: .required())
  }

  func updateDatasetItemTitle(
    request: Clavata_Gateway_V1_UpdateDatasetItemTitleRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateDatasetItemTitleResponse {
    try await services.datasets.setTitle(request, caller: .required())
  }
}
