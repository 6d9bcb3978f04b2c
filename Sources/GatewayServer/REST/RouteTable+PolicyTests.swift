internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes

extension RouteTable {
  static func policyTestRoutes(_ services: ServiceSet) -> [Route] {
    [
      .stream(
        .post, "/v1/test_policy", "clavata.gateway.v1.PoliciesService/TestPolicy",
        reader: .contents(\Clavata_Gateway_V1_TestPolicyRequest.contentData)
      ) { request in
        // A draft that does not compile is one answer too, however many contents there are.
        StreamRun(isSingle: request.contentData.count == 1) { caller, emit in
          try await services.policyTests.test(request, caller: caller) { try await emit(StreamLines.of($0)) }
        }
      }
    ]
  }
}
