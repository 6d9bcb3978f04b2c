internal import Foundation
internal import TestSupport
internal import Testing

/// `gavel eval` with a remote model, as a user runs it.
struct RemoteModelTests {
  private static let key = "sk-never-to-be-seen"

  private func evaluate(_ server: ScriptedServer, _ arguments: [String]) async throws -> Program.Result {
    let folder = try TemporaryFolder()
    let policy = folder.url.appending(path: "dogs.policy")
    try Data(#"LABEL "Dogs" { "dogs" AND =("dog") }"#.utf8).write(to: policy)
    var gavel = Program.gavel
    gavel.environment = ["GAVEL_REMOTE_KEY": Self.key, "GAVEL_REMOTE_MODEL": "judge"]
    return try await gavel.run(
      [
        "eval", "--policy", policy.path, "--text", "a dog barks", "--models", folder.url.path, "--remote-url",
        server.baseURL,
      ] + arguments)
  }

  /// The remote model answers, with the key of the environment; it is said who answered what, and what it cost.
  @Test func asksTheRemoteModel() async throws {
    try await ScriptedServer.run { _, _ in
      .answer(Completion.tokens([("Yes", 0.75), ("No", 0.25)], usage: ["prompt_tokens": 90, "completion_tokens": 1]))
    } _: { server in
      let result = try await evaluate(server, ["--explain"])
      #expect(result.status == 0, "\(result.errors)")
      let lines = result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(lines.contains(#"0.75  "dogs"  remote-p1/judge"#), "\(result.output)")
      #expect(lines.contains(#"1.00  =("dog")  lexical-1"#) && lines.contains("a »dog« barks"), "\(result.output)")
      #expect(server.requests.map(\.authorization) == ["Bearer \(Self.key)"])
      #expect(result.errors.contains("promptTokens=90"), "\(result.errors)")
      #expect(!(result.output + result.errors).contains(Self.key))
    }
  }

  /// A remote model that refuses fails the signals that are its to answer, with a reason and without the address.
  @Test func failuresHaveTheirReason() async throws {
    try await ScriptedServer.run { _, _ in
      .answer(status: 401, "{}")
    } _: { server in
      let result = try await evaluate(server, ["--explain"])
      #expect(result.output.hasPrefix("FAILED"), "\(result.output)")
      #expect(result.output.contains(#"failed: the remote model's server answered with status 401"#))
      #expect(!result.output.contains(server.baseURL))
      let spared = try await evaluate(server, ["--explain", "--remote-fallback", "embedded"])
      #expect(spared.output.contains("nor could another scorer: "), "\(spared.output)")
    }
  }

  /// Settings that do not go together, or cannot be, are refused before anything is asked.
  @Test(arguments: [
    (["--remote-url", "http://127.0.0.1:1/v1"], "needs both --remote-url and --remote-model"),
    (["--remote-url", "ftp://127.0.0.1", "--remote-model", "m"], "must begin with http:// or https://"),
    (["--remote-url", "http://a/v1", "--remote-model", "m", "--remote-requests", "0"], "must be from 1 to 1024"),
    (["--remote-url", "http://a/v1", "--remote-model", "m", "--remote-timeout", "0"], "limit `request` must be"),
    (["--remote-url", "http://a/v1", "--lexical-only"], "--remote-url excludes --scores and --lexical-only"),
  ])
  func refuses(arguments: [String], says: String) async throws {
    let folder = try TemporaryFolder()
    let policy = folder.url.appending(path: "a.policy")
    try Data(#"LABEL "a" { "b" }"#.utf8).write(to: policy)
    let result = try await Program.gavel.run(["eval", "--policy", policy.path, "--text", "a"] + arguments)
    #expect(result.status != 0 && result.errors.contains(says), "\(result.status) \(result.errors)")
  }
}
