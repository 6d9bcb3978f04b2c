internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOFoundationCompat

extension RouteTable {
  static func inviteRoutes(_ services: ServiceSet) -> [Route] {
    let service = "clavata.gateway.v1.InvitesService"
    let invites = services.invites
    // INVARIANT: a name in lower-case letters and hyphens is one.
    guard let code = HTTPField.Name(InviteCodeHeader.name) else { return [] }
    return [
      .headed(.post, "/v1/invites", "\(service)/Invite", header: code) { try await invites.invite($0, caller: $1) },
      .unary(.get, "/v1/invites", "\(service)/ListInvites", body: .query) {
        try await invites.list($0, caller: $1)
      },
      .headed(
        .post, "/v1/invites/{id}/renew", "\(service)/RenewInvite", bind: ["id": "invite_id"], header: code
      ) { try await invites.renew($0, caller: $1) },
      .unary(.delete, "/v1/invites/{id}", "\(service)/DeleteInvite", body: .query, bind: ["id": "invite_id"]) {
        try await invites.delete($0, caller: $1)
      },
      // Ours: whoever is asked in has no key yet.
      Route(
        verb: .post, path: "/v1/invites/accept", method: "gavel.Invites/Accept", body: .message,
        call: .open { parts in
          let acceptance: InviteAcceptance = try BoundedJSON.decode(
            from: try await parts.data(upTo: InviteAcceptance.bytes))
          return try Route.encode(try await invites.accept(acceptance))
        }, summary: "Makes whoever has an invite's code a user, and answers their first API key, once."),
    ]
  }
}

extension RequestParts {
  /// The whole of a small body.
  ///
  /// - Throws: `BodyTooLarge`.
  fileprivate func data(upTo limit: Int) async throws -> Data {
    guard let body else { return Data() }
    do {
      return Data(buffer: try await body.collect(upTo: limit), byteTransferStrategy: .noCopy)
    } catch is NIOTooManyBytesError {
      throw BodyTooLarge(limit: limit)
    }
  }
}
