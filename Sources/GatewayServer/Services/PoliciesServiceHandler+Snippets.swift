internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

extension PoliciesServiceHandler {
  func listLabelSnippets(
    request: Clavata_Gateway_V1_ListLabelSnippetsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListLabelSnippetsResponse {
    try await services.snippets.list(request, caller: .required())
  }

  func createLabelSnippet(
    request: Clavata_Gateway_V1_CreateLabelSnippetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreateLabelSnippetResponse {
    try await services.snippets.create(request, caller: .required())
  }

  func createSnippetTag(
    request: Clavata_Gateway_V1_CreateSnippetTagRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreateSnippetTagResponse {
    try await services.snippets.createTag(request, caller: .required())
  }

  func updateLabelSnippet(
    request: Clavata_Gateway_V1_UpdateLabelSnippetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreateLabelSnippetResponse {
    try await services.snippets.update(request, caller: .required())
  }

  func deleteLabelSnippet(
    request: Clavata_Gateway_V1_DeleteLabelSnippetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeleteLabelSnippetResponse {
    try await services.snippets.delete(request, caller: .required())
  }
}
