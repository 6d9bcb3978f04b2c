internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `ContentService` over gRPC.
struct ContentServiceHandler: Clavata_Gateway_V1_ContentService.SimpleServiceProtocol {
  let services: ServiceSet

  func addToCustomerContent(
    request: Clavata_Gateway_V1_AddToCustomerContentRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_AddToCustomerContentResponse {
    try await services.contents.add(request, caller: .required())
  }

  func getCustomerContent(
    request: Clavata_Gateway_V1_GetCustomerContentRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetCustomerContentResponse {
    try await services.contents.get(request, caller: .required())
  }

  func deleteFromCustomerContent(
    request: Clavata_Gateway_V1_DeleteFromCustomerContentRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeleteFromCustomerContentResponse {
    try await services.contents.delete(request, caller: .required())
  }

  func updateCustomerContents(
    request: Clavata_Gateway_V1_UpdateCustomerContentsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateCustomerContentsResponse {
    try await services.contents.update(request, caller: .required())
  }

  func listCustomerContent(
    request: Clavata_Gateway_V1_ListCustomerContentRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListCustomerContentResponse {
    try await services.contents.list(request, caller: .required())
  }

  func listCustomerContentLabels(
    request: Clavata_Gateway_V1_ListCustomerContentLabelsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListCustomerContentLabelsResponse {
    try await services.contents.listLabels(request, caller: .required())
  }
}
