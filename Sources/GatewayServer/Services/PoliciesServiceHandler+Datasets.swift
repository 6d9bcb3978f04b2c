internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

extension PoliciesServiceHandler {
  func testPolicyWithDataset(
    request: Clavata_Gateway_V1_TestPolicyWithDatasetRequest,
    response: RPCWriter<Clavata_Gateway_V1_TestPolicyResponse>, context: ServerContext
  ) async throws {
    try await services.policyTests.test(request, caller: .required()) { try await response.write(contentsOf: $0) }
  }
}
