internal import ArgumentParser
internal import AsyncHTTPClient
internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import NIOCore
internal import NIOHTTP1
internal import Storage
internal import SwiftProtobuf

struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "Ask people into the account, and see who is there.",
    discussion: """
      A person has a role and keys of their own; taken out, they lose them all. Nothing is mailed: `invite` prints a \
      code, which is yours to pass on and good for seven days and one person, and `accept` makes of it a user and a \
      key.

      The server is --server or GAVEL_SERVER, the key GAVEL_API_KEY, of role admin. `accept` needs none.

      EXAMPLES
        gavel user invite ada@example.com --role writer
        gavel user accept gavel_invite_...
        gavel user list
        gavel user remove ada@example.com
      """,
    subcommands: [Invite.self, Accept.self, List.self, Remove.self])

  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make an invite; its code is printed this once.",
      discussion:
        "Where an invite for the address is there and was not accepted, it is renewed: the code before is void.")

    @OptionGroup var server: ServerArguments
    @Argument(help: "The address of whoever is asked in; nothing is sent there.") var email: String
    @Option(
      help: "admin (everything), writer (policies, what they are tried on, and evaluation) or evaluator (evaluation).")
    var role: KeyRole
    @Option(help: "Their first name.") var firstName = ""
    @Option(help: "Their last name.") var lastName = ""

    func run() async throws {
      try await server.withConnection { connection in
        let listed: Clavata_Gateway_V1_ListInvitesResponse = try await connection.call(
          .GET, "/v1/invites?query.status=INVITE_STATUS_PENDING")
        let pending = listed.invitedUsers.first { $0.email.lowercased() == email.lowercased() }
        let id: UInt32
        let headers: HTTPHeaders
        if let pending {
          guard pending.role == role.wire else {
            throw ServerRefusal(message: "an invite of another role is pending for this address: remove it first")
          }
          let renewed = try await connection.callWithHeaders(
            .POST, "/v1/invites/\(pending.inviteID)/renew", Clavata_Gateway_V1_RenewInviteRequest(),
            returning: Clavata_Gateway_V1_RenewInviteResponse.self)
          (id, headers) = (renewed.answer.inviteID, renewed.headers)
        } else {
          let made = try await connection.callWithHeaders(
            .POST, "/v1/invites",
            Clavata_Gateway_V1_InviteRequest.with {
              $0.email = email
              $0.role = role.wire
              $0.firstName = firstName
              $0.lastName = lastName
            }, returning: Clavata_Gateway_V1_InviteResponse.self)
          (id, headers) = (made.answer.inviteID, made.headers)
        }
        guard let code = headers.first(name: InviteCodeHeader.name) else {
          throw ServerRefusal(message: "the server answered without a code: does something between take headers away?")
        }
        Terminal.say(code)
        Terminal.complain("invite \(id) of role \(role.rawValue), good for seven days; it is not shown again")
      }
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Become a user by an invite's code; the key is printed this once.")

    /// What the server is told.
    private struct Acceptance: Encodable {
      var code: String
      var firstName: String?
      var lastName: String?
      var keyName: String?
    }

    @OptionGroup var server: ServerArguments
    @Argument(help: "The code; - reads it from standard input.") var code: String
    @Option(help: "In place of the invite's.") var firstName: String?
    @Option(help: "In place of the invite's.") var lastName: String?
    @Option(help: "What the key is for.") var keyName: String?

    func run() async throws {
      let code = code == "-" ? readLine() ?? "" : code
      try await server.withConnection(needsKey: false) { connection in
        var request = connection.request(.POST, "/v1/invites/accept")
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(
          try JSONEncoder().encode(
            Acceptance(code: code, firstName: firstName, lastName: lastName, keyName: keyName)))
        let (status, _, body) = try await connection.exchange(request, timeout: ServerArguments.timeout)
        guard status == .ok else { throw ServerRefusal(message: ServerConnection.message(of: status, body)) }
        let made = try ProtoJSONReader.decode(
          Clavata_Gateway_V1_GenerateAPITokenResponse.self, from: Array(buffer: body)
        ).userInfo
        Terminal.say(made.token)
        Terminal.complain(
          "user \(made.userID), \(made.userEmail), of role \(made.role.word); the key is not shown again")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the people of the account, and the invites that are out.")

    @OptionGroup var server: ServerArguments

    func run() async throws {
      try await server.withConnection { connection in
        let users: Clavata_Gateway_V1_GetUsersResponse = try await connection.call(.GET, "/v1/users")
        let invites: Clavata_Gateway_V1_ListInvitesResponse = try await connection.call(.GET, "/v1/invites")
        for user in users.users where !user.email.isEmpty {
          let login = user.hasLastLogin ? user.lastLogin.date.formatted(.iso8601) : "never"
          Terminal.say(
            "\(user.userID)  \(user.email)  \(user.role.word)  last seen \(login)"
              + Self.name(user.firstName, user.lastName))
        }
        for invite in invites.invitedUsers where invite.status != .accepted {
          let state = invite.status == .pending ? "invited until" : "invite expired"
          Terminal.say(
            "\(invite.inviteID)  \(invite.email)  \(invite.role.word)  \(state) "
              + invite.expiration.date.formatted(.iso8601) + Self.name(invite.firstName, invite.lastName))
        }
      }
    }

    private static func name(_ first: String, _ last: String) -> String {
      let name = [first, last].filter { !$0.isEmpty }.joined(separator: " ")
      return name.isEmpty ? "" : "  \(name)"
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a person out of the account and revoke their keys, or take an invite back.")

    @OptionGroup var server: ServerArguments
    @Argument(help: "The user's id, the invite's, or the address.") var person: String

    func run() async throws {
      try await server.withConnection { connection in
        let users: Clavata_Gateway_V1_GetUsersResponse = try await connection.call(.GET, "/v1/users")
        let invites: Clavata_Gateway_V1_ListInvitesResponse = try await connection.call(.GET, "/v1/invites")
        let isMeant = { (id: String, email: String) in
          id == person || (!email.isEmpty && email.lowercased() == person.lowercased())
        }
        if let user = users.users.first(where: { !$0.email.isEmpty && isMeant($0.userID, $0.email) }) {
          _ = try await connection.call(
            .DELETE, "/v1/users/\(user.userID)", returning: Clavata_Gateway_V1_DeleteUserResponse.self)
          Terminal.say("\(user.userID)  \(user.email)  removed")
          return
        }
        let invite = invites.invitedUsers.first { $0.status != .accepted && isMeant("\($0.inviteID)", $0.email) }
        guard let invite else {
          throw ServerRefusal(message: "nobody is there, or invited, by the id or address `\(person)`")
        }
        _ = try await connection.call(
          .DELETE, "/v1/invites/\(invite.inviteID)", returning: Clavata_Gateway_V1_DeleteInviteResponse.self)
        Terminal.say("\(invite.inviteID)  \(invite.email)  invite taken back")
      }
    }
  }
}

extension KeyRole {
  fileprivate var wire: Clavata_Shared_V1_Role {
    switch self {
    case .admin: .accountAdmin
    case .writer: .policyWriter
    case .evaluator: .apiUser
    }
  }
}

extension Clavata_Shared_V1_Role {
  /// As `--role` has it.
  fileprivate var word: String { KeyRole.allCases.first { $0.wire == self }?.rawValue ?? "unknown" }
}
