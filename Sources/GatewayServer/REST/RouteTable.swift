internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes

/// Every path of the REST API and the method it stands for.
enum RouteTable {
  static func routes(_ services: ServiceSet) -> [Route] {
    [
      gatewayRoutes, batchRoutes, policyRoutes, expungingRoutes, policyTestRoutes, snippetRoutes, labelRoutes,
      apiTokenRoutes, accountRoutes, customerRoutes, inviteRoutes, contentRoutes, datasetRoutes, labelDatasetRoutes,
      hashListRoutes, analyticsRoutes, compatibilityRoutes,
    ].flatMap { $0(services) }
  }

  private static func gatewayRoutes(_ services: ServiceSet) -> [Route] {
    let service = "clavata.gateway.v1.GatewayService"
    return [
      .stream(
        .post, "/v1/jobs/stream", "\(service)/Evaluate",
        reader: .contents(\Clavata_Gateway_V1_EvaluateRequest.contentData)
      ) { request in
        StreamRun(isSingle: request.contentData.count == 1) { caller, emit in
          try await services.evaluation.evaluate(request, caller: caller) { answers in
            try await emit(try StreamLines.of(answers) { try $0.appendJSON(to: &$1) })
          }
        }
      },
      .unary(
        .post, "/v1/jobs", "\(service)/CreateJob", reader: .contents(\Clavata_Gateway_V1_CreateJobRequest.contentData)
      ) { try await services.jobs.create($0, caller: $1) },
      .unary(.get, "/v1/jobs", "\(service)/ListJobs", body: .query) { try await services.jobs.list($0, caller: $1) },
      .unary(.get, "/v1/jobs/{id}", "\(service)/GetJob", body: .query, bind: ["id": "job_uuid"]) {
        try await services.jobs.get($0, caller: $1)
      },
    ]
  }

  private static func policyRoutes(_ services: ServiceSet) -> [Route] {
    let service = "clavata.gateway.v1.PoliciesService"
    let policies = services.policies
    return [
      .unary(.post, "/v1/policies", "\(service)/CreatePolicy") { try await policies.create($0, caller: $1) },
      .unary(.get, "/v1/policies", "\(service)/GetPolicies", body: .query) {
        try await policies.list($0, caller: $1)
      },
      .unary(.post, "/v1/policies/validate", "\(service)/ValidatePolicy") { request, _ in
        policies.validate(request)
      },
      .unary(.get, "/v1/policies/{id}", "\(service)/GetPolicy", body: .query, bind: ["id": "policy_id"]) {
        try await policies.get($0, caller: $1)
      },
      .unary(.patch, "/v1/policies/{id}", "\(service)/UpdatePolicy", bind: ["id": "identifier.policy_id"]) {
        try await policies.update($0, caller: $1)
      },
      .unary(
        .delete, "/v1/policies/{id}", "\(service)/DeletePolicy", body: .query,
        bind: ["id": "policy_identifier.policy_id"]
      ) { try await policies.delete($0, caller: $1) },
      .unary(.post, "/v1/policies/{id}/versions", "\(service)/CreatePolicyVersion", bind: ["id": "policy_id"]) {
        try await policies.createVersion($0, caller: $1)
      },
      .unary(
        .get, "/v1/policies/{id}/versions", "\(service)/GetPolicyVersions", body: .query,
        bind: ["id": "query.policy_identifier.policy_id"]
      ) { try await policies.versions($0, caller: $1) },
      .unary(
        .put, "/v1/policies/{id}/active-version", "\(service)/SetActivePolicyVersion",
        bind: ["id": "policy_identifier.policy_id"]
      ) { try await policies.setActiveVersion($0, caller: $1) },
      .unary(.post, "/v1/active-policy-versions", "\(service)/GetActivePolicyVersions") {
        try await policies.activeVersions($0, caller: $1)
      },
    ]
  }
}

extension BodyReader {
  /// A body that is contents above all.
  static func contents(
    _ list: any WritableKeyPath<M, [Clavata_Shared_V1_ContentData]> & Sendable
  ) -> BodyReader {
    .elements(of: list, name: "contentData", protoName: "content_data")
  }
}
