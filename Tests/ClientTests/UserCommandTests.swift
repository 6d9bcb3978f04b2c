internal import Foundation
internal import TestSupport
internal import Testing

/// `gavel user`, against a running server.
struct UserCommandTests {
  private static let key = "gavel_user_command_test_key"

  private func gavel(_ server: ServerProcess, key: String?, _ arguments: String...) async throws -> Program.Result {
    var gavel = Program.gavel
    gavel.environment = ["GAVEL_SERVER": server.address]
    if let key { gavel.environment["GAVEL_API_KEY"] = key }
    return try await gavel.run(["user"] + arguments)
  }

  /// Somebody is invited, accepts without a key, is listed, and is taken out; each step prints what the next one needs.
  @Test func fromTheInviteToTheEnd() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "policies"), withIntermediateDirectories: true)
    let server = try await ServerProcess.start(folder: folder, key: Self.key)
    let first = try await gavel(server, key: Self.key, "invite", "ada@example.com", "--role", "writer")
    let second = try await gavel(server, key: Self.key, "invite", "Ada@example.com", "--role", "writer")
    let codes = [first, second].map { $0.output.trimmingCharacters(in: .newlines) }
    #expect(codes.allSatisfy { $0.hasPrefix("gavel_invite_") } && codes[0] != codes[1], "\(first.errors)")
    let other = try await gavel(server, key: Self.key, "invite", "ada@example.com", "--role", "admin")
    #expect(other.status == 2 && other.errors.contains("of another role is pending"))
    let pending = try await gavel(server, key: Self.key, "list")
    #expect(
      pending.output.contains("  ada@example.com  writer  invited until ") && !pending.output.contains("last seen"))

    let void = try await gavel(server, key: nil, "accept", codes[0])
    #expect(void.status == 2 && void.output.isEmpty && void.errors.contains("not that of a pending invite"))
    let accepted = try await gavel(server, key: nil, "accept", codes[1], "--last-name", "Lovelace")
    let key = accepted.output.trimmingCharacters(in: .newlines)
    #expect(
      key.hasPrefix("gavel_") && accepted.errors.contains("ada@example.com, of role writer"), "\(accepted.errors)")
    let user = try await server.send("GET", to: server.address + "/v1/user", key: key, nil)["user"] as? [String: Any]
    #expect(user?["lastName"] as? String == "Lovelace")
    let listed = try await gavel(server, key: Self.key, "list")
    #expect(listed.output.contains("  ada@example.com  writer  last seen ") && listed.output.contains("  Lovelace\n"))
    #expect(try await gavel(server, key: key, "list").status == 2)

    let removed = try await gavel(server, key: Self.key, "remove", "ADA@example.com")
    #expect(removed.status == 0 && removed.output.hasSuffix("  ada@example.com  removed\n"))
    #expect(try await gavel(server, key: Self.key, "remove", "ada@example.com").status == 2)
    #expect(try await gavel(server, key: Self.key, "list").output.isEmpty)
    let after = try await server.send("GET", to: server.address + "/v1/user", key: key, nil)
    #expect(after["code"] as? Int == 16)
    server.kill()
  }
}
