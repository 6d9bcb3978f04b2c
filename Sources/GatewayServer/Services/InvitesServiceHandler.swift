internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `InvitesService` over gRPC. An invite's code goes beside the answer, in the trailing metadata.
struct InvitesServiceHandler: Clavata_Gateway_V1_InvitesService.ServiceProtocol {
  let services: ServiceSet

  func invite(
    request: ServerRequest<Clavata_Gateway_V1_InviteRequest>, context: ServerContext
  ) async throws -> ServerResponse<Clavata_Gateway_V1_InviteResponse> {
    let (answer, code) = try await services.invites.invite(request.message, caller: .required())
    return ServerResponse(message: answer, trailingMetadata: [InviteCodeHeader.name: .string(code)])
  }

  func renewInvite(
    request: ServerRequest<Clavata_Gateway_V1_RenewInviteRequest>, context: ServerContext
  ) async throws -> ServerResponse<Clavata_Gateway_V1_RenewInviteResponse> {
    let (answer, code) = try await services.invites.renew(request.message, caller: .required())
    return ServerResponse(message: answer, trailingMetadata: [InviteCodeHeader.name: .string(code)])
  }

  func listInvites(
    request: ServerRequest<Clavata_Gateway_V1_ListInvitesRequest>, context: ServerContext
  ) async throws -> ServerResponse<Clavata_Gateway_V1_ListInvitesResponse> {
    ServerResponse(message: try await services.invites.list(request.message, caller: .required()))
  }

  func deleteInvite(
    request: ServerRequest<Clavata_Gateway_V1_DeleteInviteRequest>, context: ServerContext
  ) async throws -> ServerResponse<Clavata_Gateway_V1_DeleteInviteResponse> {
    ServerResponse(message: try await services.invites.delete(request.message, caller: .required()))
  }
}
