internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import Storage

/// `APITokensService` over gRPC.
struct APITokensServiceHandler: Clavata_Gateway_V1_APITokensService.SimpleServiceProtocol {
  let services: ServiceSet

  func generateAPIToken(
    request: Clavata_Gateway_V1_GenerateAPITokenRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GenerateAPITokenResponse {
    try await services.tokens.generate(request, caller: .required())
  }

  func listAllAPITokens(
    request: Clavata_Gateway_V1_ListAllAPITokensRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListAllAPITokensResponse {
    try await services.tokens.list(request, caller: .required())
  }

  func updateAPITokenStatus(
    request: Clavata_Gateway_V1_UpdateAPITokenStatusRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateAPITokenStatusResponse {
    try await services.tokens.update(request, caller: .required())
  }

  func listAccountAPITokens(
    request: Clavata_Gateway_V1_ListAccountAPITokensRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListAccountAPITokensResponse {
    try await services.tokens.list(request, caller: .required())
  }

  func generateAccountAPIToken(
    request: Clavata_Gateway_V1_GenerateAccountAPITokenRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GenerateAPITokenResponse {
    try await services.tokens.generate(request, caller: .required())
  }

  func disableAccountAPIToken(
    request: Clavata_Gateway_V1_AccountAPITokenStatusRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_AccountAPITokenStatusResponse {
    try await services.tokens.set(.disabled, request, caller: .required())
  }

  func enableAccountAPIToken(
    request: Clavata_Gateway_V1_AccountAPITokenStatusRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_AccountAPITokenStatusResponse {
    try await services.tokens.set(.enabled, request, caller: .required())
  }

  func revokeAccountAPIToken(
    request: Clavata_Gateway_V1_AccountAPITokenStatusRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_AccountAPITokenStatusResponse {
    try await services.tokens.set(.revoked, request, caller: .required())
  }
}
