internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes

extension RouteTable {
  /// What a caller may know of its account: who it is, and what it may use.
  static func accountRoutes(_ services: ServiceSet) -> [Route] {
    let limitsService = "clavata.gateway.v1.LimitsService"
    let usersService = "clavata.gateway.v1.UsersService"
    let (limits, users) = (services.limits, services.users)
    return [
      .unary(.get, "/v1/rate-limits", "\(limitsService)/ListRateLimits", body: .query) { request, _ in
        limits.names(request)
      },
      .unary(
        .get, "/v1/customers/{id}/rate-limits", "\(limitsService)/GetCustomerRateLimits", body: .query,
        bind: ["id": "customer_id"]
      ) { try limits.limits($0, caller: $1) },
      .unary(.get, "/v1/user", "\(usersService)/GetUser", body: .query) { try users.get($0, caller: $1) },
      .unary(.get, "/v1/users", "\(usersService)/GetUsersInAccount", body: .query) { request, _ in
        users.list(request)
      },
      .unary(.get, "/v1/users/{id}", "\(usersService)/GetUser", body: .query, bind: ["id": "user_id"]) {
        try users.get($0, caller: $1)
      },
      .unary(.get, "/v1/accounts", "\(usersService)/GetMyAccounts", body: .query) {
        try await users.accounts($0, caller: $1)
      },
    ]
  }
}
