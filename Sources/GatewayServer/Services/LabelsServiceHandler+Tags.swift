internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

extension LabelsServiceHandler {
  func listLabelTags(
    request: Clavata_Gateway_V1_ListLabelTagsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListLabelTagsResponse {
    try await services.labelTags.list(request, caller: .required())
  }

  func createLabelTag(
    request: Clavata_Gateway_V1_CreateLabelTagRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreateLabelTagResponse {
    try await services.labelTags.create(request, caller: .required())
  }

  func updateLabelTag(
    request: Clavata_Gateway_V1_UpdateLabelTagRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateLabelTagResponse {
    try await services.labelTags.update(request, caller: .required())
  }

  func deleteLabelTag(
    request: Clavata_Gateway_V1_DeleteLabelTagRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeleteLabelTagResponse {
    try await services.labelTags.delete(request, caller: .required())
  }

  func setLabelTags(
    request: Clavata_Gateway_V1_SetLabelTagsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_SetLabelTagsResponse {
    try await services.labelTags.set(request, caller: .required())
  }
}
