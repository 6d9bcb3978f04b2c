internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `UsersService` over gRPC: users are told; they are an account's roles, which cannot be changed or taken out.
struct UsersServiceHandler: Clavata_Gateway_V1_UsersService.SimpleServiceProtocol {
  let services: ServiceSet

  func getUser(
    request: Clavata_Gateway_V1_GetUserRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetUserResponse {
    try services.users.get(request, caller: .required())
  }

  func getUsersInAccount(
    request: Clavata_Gateway_V1_GetUsersRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetUsersResponse {
    services.users.list(request)
  }

  func getMyAccounts(
    request: Clavata_Gateway_V1_GetMyAccountsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetMyAccountsResponse {
    try await services.users.accounts(request, caller: .required())
  }

  func patchUser(
    request: Clavata_Gateway_V1_PatchUserRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_PatchUserResponse {
    throw GatewayError.unimplemented("PatchUser")
  }

  func deleteUser(
    request: Clavata_Gateway_V1_DeleteUserRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeleteUserResponse {
    throw GatewayError.unimplemented("DeleteUser")
  }

  func completeTour(
    request: Clavata_Gateway_V1_CompleteTourRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CompleteTourResponse {
    throw GatewayError.unimplemented("CompleteTour")
  }

  func getMyResolvedTours(
    request: Clavata_Gateway_V1_GetMyResolvedToursRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetMyResolvedToursResponse {
    throw GatewayError.unimplemented("GetMyResolvedTours")
  }
}
