internal import Gateway
internal import HTTPTypes

extension RouteTable {
  /// The way back from a deletion, and the way there for versions: none of them has a body.
  static func expungingRoutes(_ services: ServiceSet) -> [Route] {
    let service = "clavata.gateway.v1.PoliciesService"
    let policies = services.policies
    return [
      .unary(
        .post, "/v1/policies/{id}/undelete", "\(service)/UndeletePolicy", body: .query,
        bind: ["id": "policy_identifier.policy_id"]
      ) { try await policies.undelete($0, caller: $1) },
      .unary(
        .post, "/v1/policy-versions/{id}/expunge", "\(service)/ExpungePolicyVersion", body: .query,
        bind: ["id": "version_id"]
      ) { try await policies.expunge($0, caller: $1) },
      .unary(
        .post, "/v1/policy-versions/{id}/unexpunge", "\(service)/UnexpungePolicyVersion", body: .query,
        bind: ["id": "version_id"]
      ) { try await policies.unexpunge($0, caller: $1) },
    ]
  }
}
