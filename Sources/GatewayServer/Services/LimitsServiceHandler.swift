internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `LimitsService` over gRPC.
struct LimitsServiceHandler: Clavata_Gateway_V1_LimitsService.SimpleServiceProtocol {
  let services: ServiceSet

  func listRateLimits(
    request: Clavata_Gateway_V1_ListRateLimitsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListRateLimitsResponse {
    services.limits.names(request)
  }

  func getCustomerRateLimits(
    request: Clavata_Gateway_V1_GetCustomerRateLimitsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetCustomerRateLimitsResponse {
    try services.limits.limits(request, caller: .required())
  }

  func updateCustomerRateLimits(
    request: Clavata_Gateway_V1_UpdateCustomerRateLimitsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateCustomerRateLimitsResponse {
    try await services.limits.update(request, caller: .required())
  }

  func getCustomerReviewLimit(
    request: Clavata_Gateway_V1_GetCustomerReviewLimitRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetCustomerReviewLimitResponse {
    try await services.limits.reviewLimit(request, caller: .required())
  }

  func updateCustomerReviewLimit(
    request: Clavata_Gateway_V1_UpdateCustomerReviewLimitRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdateCustomerReviewLimitResponse {
    try await services.limits.update(request, caller: .required())
  }
}
