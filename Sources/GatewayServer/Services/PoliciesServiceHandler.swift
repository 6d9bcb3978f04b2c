internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `PoliciesService` over gRPC: what is served of it.
struct PoliciesServiceHandler: Clavata_Gateway_V1_PoliciesService.SimpleServiceProtocol {
  let services: ServiceSet

  func getPolicy(
    request: Clavata_Gateway_V1_GetPolicyRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetPolicyResponse {
    try await services.policies.get(request, caller: .required())
  }

  func getPolicies(
    request: Clavata_Gateway_V1_GetPoliciesRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetPoliciesResponse {
    try await services.policies.list(request, caller: .required())
  }

  func updatePolicy(
    request: Clavata_Gateway_V1_UpdatePolicyRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_UpdatePolicyResponse {
    try await services.policies.update(request, caller: .required())
  }

  func getPolicyVersions(
    request: Clavata_Gateway_V1_GetPolicyVersionsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetPolicyVersionsResponse {
    try await services.policies.versions(request, caller: .required())
  }

  func getActivePolicyVersions(
    request: Clavata_Gateway_V1_GetActivePolicyVersionsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetActivePolicyVersionsResponse {
    try await services.policies.activeVersions(request, caller: .required())
  }

  func deletePolicy(
    request: Clavata_Gateway_V1_DeletePolicyRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeletePolicyResponse {
    try await services.policies.delete(request, caller: .required())
  }

  func setActivePolicyVersion(
    request: Clavata_Gateway_V1_SetActivePolicyVersionRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_SetActivePolicyVersionResponse {
    try await services.policies.setActiveVersion(request, caller: .required())
  }

  func createPolicy(
    request: Clavata_Gateway_V1_CreatePolicyRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreatePolicyResponse {
    try await services.policies.create(request, caller: .required())
  }

  func createPolicyVersion(
    request: Clavata_Gateway_V1_CreatePolicyVersionRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreatePolicyVersionResponse {
    try await services.policies.createVersion(request, caller: .required())
  }

  func validatePolicy(
    request: Clavata_Gateway_V1_ValidatePolicyRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ValidatePolicyResponse {
    services.policies.validate(request)
  }

  func testPolicy(
    request: Clavata_Gateway_V1_TestPolicyRequest, response: RPCWriter<Clavata_Gateway_V1_TestPolicyResponse>,
    context: ServerContext
  ) async throws {
    try await services.policyTests.test(request, caller: .required()) { try await response.write(contentsOf: $0) }
  }
}
