internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

extension LabelsServiceHandler {
  func saveUserLabelDraft(
    request: Clavata_Gateway_V1_SaveUserLabelDraftRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_SaveUserLabelDraftResponse {
    try await services.labelDrafts.save(request, caller: .required())
  }

  func getUserLabelDraft(
    request: Clavata_Gateway_V1_GetUserLabelDraftRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetUserLabelDraftResponse {
    try await services.labelDrafts.get(request, caller: .required())
  }

  func deleteUserLabelDraft(
    request: Clavata_Gateway_V1_DeleteUserLabelDraftRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeleteUserLabelDraftResponse {
    try await services.labelDrafts.delete(request, caller: .required())
  }

  func validateLabelDraft(
    request: Clavata_Gateway_V1_ValidateLabelDraftRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ValidateLabelDraftResponse {
    services.labelDrafts.validate(request)
  }
}
