internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes

extension RouteTable {
  /// Who is in the caller's account, and what it may use.
  static func accountRoutes(_ services: ServiceSet) -> [Route] {
    userRoutes(services.users, services.tours) + limitRoutes(services.limits)
  }

  private static func userRoutes(_ users: UserService, _ tours: TourService) -> [Route] {
    let service = "clavata.gateway.v1.UsersService"
    return [
      .unary(.get, "/v1/user", "\(service)/GetUser", body: .query) { try await users.get($0, caller: $1) },
      .unary(.get, "/v1/users", "\(service)/GetUsersInAccount", body: .query) {
        try await users.list($0, caller: $1)
      },
      .unary(.get, "/v1/users/{id}", "\(service)/GetUser", body: .query, bind: ["id": "user_id"]) {
        try await users.get($0, caller: $1)
      },
      .unary(.patch, "/v1/users/{id}", "\(service)/PatchUser", bind: ["id": "user_id"]) {
        try await users.patch($0, caller: $1)
      },
      .unary(.delete, "/v1/users/{id}", "\(service)/DeleteUser", body: .query, bind: ["id": "user_id"]) {
        try await users.delete($0, caller: $1)
      },
      .unary(.get, "/v1/accounts", "\(service)/GetMyAccounts", body: .query) {
        try await users.accounts($0, caller: $1)
      },
      .unary(.get, "/v1/user/tours", "\(service)/GetMyResolvedTours", body: .query) {
        try await tours.resolved($0, caller: $1)
      },
      .unary(.post, "/v1/user/tours/{id}", "\(service)/CompleteTour", bind: ["id": "tour_id"]) {
        try await tours.complete($0, caller: $1)
      },
    ]
  }

  private static func limitRoutes(_ limits: LimitService) -> [Route] {
    let service = "clavata.gateway.v1.LimitsService"
    let id = ["id": "customer_id"]
    return [
      .unary(.get, "/v1/rate-limits", "\(service)/ListRateLimits", body: .query) { request, _ in
        limits.names(request)
      },
      .unary(
        .get, "/v1/customers/{id}/rate-limits", "\(service)/GetCustomerRateLimits", body: .query, bind: id
      ) { try limits.limits($0, caller: $1) },
      .unary(.put, "/v1/customers/{id}/rate-limits", "\(service)/UpdateCustomerRateLimits", bind: id) {
        (request: Clavata_Gateway_V1_UpdateCustomerRateLimitsRequest, caller: Caller) in
        try await limits.update(request, caller: caller)
      },
      .unary(
        .get, "/v1/customers/{id}/review-limit", "\(service)/GetCustomerReviewLimit", body: .query, bind: id
      ) { try await limits.reviewLimit($0, caller: $1) },
      .unary(.put, "/v1/customers/{id}/review-limit", "\(service)/UpdateCustomerReviewLimit", bind: id) {
        (request: Clavata_Gateway_V1_UpdateCustomerReviewLimitRequest, caller: Caller) in
        try await limits.update(request, caller: caller)
      },
    ]
  }
}
