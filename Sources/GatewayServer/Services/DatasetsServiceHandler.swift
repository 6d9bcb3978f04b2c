internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `DatasetsService` over gRPC: datasets; what is in them is in the extension.
struct DatasetsServiceHandler: Clavata_Gateway_V1_DatasetsService.SimpleServiceProtocol {
  let services: ServiceSet

  func listDatasets(
    request: Clavata_Gateway_V1_ListDatasetsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListDatasetsResponse {
    try await services.datasets.list(request, caller: .required())
  }

  func createDataset(
    request: Clavata_Gateway_V1_CreateDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreateDatasetResponse {
    try await services.datasets.create(request, caller: .required())
  }

  func updateDataset(
    request: Clavata_Gateway_V1_UpdateDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateDatasetResponse {
    try await services.datasets.update(request, caller: .required())
  }

  func deleteDataset(
    request: Clavata_Gateway_V1_DeleteDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeleteDatasetResponse {
    try await services.datasets.delete(request, caller: .required())
  }

  func clonePublicDatasetToAccount(
    request: Clavata_Gateway_V1_ClonePublicDatasetToAccountRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ClonePublicDatasetToAccountResponse {
    try services.datasets.clone(request, caller: .required())
  }
}
