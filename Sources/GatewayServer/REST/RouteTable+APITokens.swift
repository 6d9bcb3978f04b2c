internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import Storage

extension RouteTable {
  static func apiTokenRoutes(_ services: ServiceSet) -> [Route] {
    let service = "clavata.gateway.v1.APITokensService"
    let tokens = services.tokens
    func switching(_ verb: String, _ method: String, to state: KeyState) -> Route {
      .unary(
        .post, "/v1/api-tokens/{id}/\(verb)", "\(service)/\(method)", body: .query, bind: ["id": "api_token_id"]
      ) { try await tokens.set(state, $0, caller: $1) }
    }
    return [
      .unary(.post, "/v1/api-tokens", "\(service)/GenerateAccountAPIToken") {
        (request: Clavata_Gateway_V1_GenerateAccountAPITokenRequest, caller: Caller) in
        try await tokens.generate(request, caller: caller)
      },
      .unary(.get, "/v1/api-tokens", "\(service)/ListAccountAPITokens", body: .query) {
        (request: Clavata_Gateway_V1_ListAccountAPITokensRequest, caller: Caller) in
        try await tokens.list(request, caller: caller)
      },
      .unary(.patch, "/v1/api-tokens/{id}", "\(service)/UpdateAPITokenStatus", bind: ["id": "id"]) {
        try await tokens.update($0, caller: $1)
      },
      switching("disable", "DisableAccountAPIToken", to: .disabled),
      switching("enable", "EnableAccountAPIToken", to: .enabled),
      switching("revoke", "RevokeAccountAPIToken", to: .revoked),
      .unary(
        .post, "/v1/customers/{id}/api-tokens", "\(service)/GenerateAPIToken", bind: ["id": "customer_id"]
      ) { (request: Clavata_Gateway_V1_GenerateAPITokenRequest, caller: Caller) in
        try await tokens.generate(request, caller: caller)
      },
      .unary(
        .get, "/v1/customers/{id}/api-tokens", "\(service)/ListAllAPITokens", body: .query,
        bind: ["id": "customer_id"]
      ) { (request: Clavata_Gateway_V1_ListAllAPITokensRequest, caller: Caller) in
        try await tokens.list(request, caller: caller)
      },
    ]
  }
}
