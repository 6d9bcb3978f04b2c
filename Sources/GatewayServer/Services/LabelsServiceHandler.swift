internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `LabelsService` over gRPC: labels, their versions, their evaluation.
struct LabelsServiceHandler: Clavata_Gateway_V1_LabelsService.SimpleServiceProtocol {
  let services: ServiceSet

  func createLabel(
    request: Clavata_Gateway_V1_CreateLabelRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreateLabelResponse {
    try await services.labels.create(request, caller: .required())
  }

  func getLabel(
    request: Clavata_Gateway_V1_GetLabelRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetLabelResponse {
    try await services.labels.get(request, caller: .required())
  }

  func listLabels(
    request: Clavata_Gateway_V1_ListLabelsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListLabelsResponse {
    try await services.labels.list(request, caller: .required())
  }

  func updateLabel(
    request: Clavata_Gateway_V1_UpdateLabelRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateLabelResponse {
    try await services.labels.update(request, caller: .required())
  }

  func deleteLabel(
    request: Clavata_Gateway_V1_DeleteLabelRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeleteLabelResponse {
    try await services.labels.delete(request, caller: .required())
  }

  func archiveLabel(
    request: Clavata_Gateway_V1_ArchiveLabelRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ArchiveLabelResponse {
    try await services.labels.archive(request, caller: .required())
  }

  func unarchiveLabel(
    request: Clavata_Gateway_V1_UnarchiveLabelRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UnarchiveLabelResponse {
    try await services.labels.unarchive(request, caller: .required())
  }

  func createLabelVersion(
    request: Clavata_Gateway_V1_CreateLabelVersionRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreateLabelVersionResponse {
    try await services.labels.createVersion(request, caller: .required())
  }

  func getLabelVersion(
    request: Clavata_Gateway_V1_GetLabelVersionRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetLabelVersionResponse {
    try await services.labels.getVersion(request, caller: .required())
  }

  func listLabelVersions(
    request: Clavata_Gateway_V1_ListLabelVersionsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListLabelVersionsResponse {
    try await services.labels.listVersions(request, caller: .required())
  }

  func batchCreateLabels(
    request: Clavata_Gateway_V1_BatchCreateLabelsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_BatchCreateLabelsResponse {
    try await services.labels.createAll(request, caller: .required())
  }

  func evaluateLabels(
    request: Clavata_Gateway_V1_EvaluateLabelsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_EvaluateLabelsResponse {
    try await services.labelEvaluation.evaluate(request, caller: .required())
  }

  func compareLabelVersions(
    request: Clavata_Gateway_V1_CompareLabelVersionsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CompareLabelVersionsResponse {
    try await services.labelFigures.compare(request, caller: .required())
  }
}
