internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `UsersService` over gRPC.
struct UsersServiceHandler: Clavata_Gateway_V1_UsersService.SimpleServiceProtocol {
  let services: ServiceSet

  func getUser(
    request: Clavata_Gateway_V1_GetUserRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetUserResponse {
    try await services.users.get(request, caller: .required())
  }

  func getUsersInAccount(
    request: Clavata_Gateway_V1_GetUsersRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetUsersResponse {
    try await services.users.list(request, caller: .required())
  }

  func getMyAccounts(
    request: Clavata_Gateway_V1_GetMyAccountsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetMyAccountsResponse {
    try await services.users.accounts(request, caller: .required())
  }

  func patchUser(
    request: Clavata_Gateway_V1_PatchUserRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_PatchUserResponse {
    try await services.users.patch(request, caller: .required())
  }

  func deleteUser(
    request: Clavata_Gateway_V1_DeleteUserRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeleteUserResponse {
    try await services.users.delete(request, caller: .required())
  }

  func completeTour(
    request: Clavata_Gateway_V1_CompleteTourRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CompleteTourResponse {
    try await services.tours.complete(request, caller: .required())
  }

  func getMyResolvedTours(
    request: Clavata_Gateway_V1_GetMyResolvedToursRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetMyResolvedToursResponse {
    try await services.tours.resolved(request, caller: .required())
  }
}
