internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

extension PoliciesServiceHandler {
  func undeletePolicy(
    request: Clavata_Gateway_V1_UndeletePolicyRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UndeletePolicyResponse {
    try await services.policies.undelete(request, caller: .required())
  }

  func expungePolicyVersion(
    request: Clavata_Gateway_V1_ExpungePolicyVersionRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ExpungePolicyVersionResponse {
    try await services.policies.expunge(request, caller: .required())
  }

  func unexpungePolicyVersion(
    request: Clavata_Gateway_V1_UnexpungePolicyVersionRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UnexpungePolicyVersionResponse {
    try await services.policies.unexpunge(request, caller: .required())
  }
}
