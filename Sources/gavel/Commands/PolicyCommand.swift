internal import ArgumentParser
internal import Foundation
internal import GatewayProtocol
internal import NIOHTTP1
internal import SwiftProtobuf

struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Put policies on a server, and look at them.",
    discussion: """
      The server is --server or GAVEL_SERVER, the key GAVEL_API_KEY.

      EXAMPLES
        gavel policy push Policies/spam.policy --activate
        gavel policy push draft.policy --key forum-rules
        gavel policy list
        gavel policy show 0b9c3c5e-4a3e-5b1d-8e0c-8a2b7f1d9c10
      """,
    subcommands: [Push.self, List.self, Show.self])

  enum Format: String, ExpressibleByArgument, CaseIterable { case human, json }

  struct Push: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a new policy, or a new version of one, from a file.",
      discussion: """
        A new policy's first version is its active one. A further version is active once it was pushed with \
        --activate. Exits with 1 where the policy has errors.
        """)

    @OptionGroup var server: ServerArguments
    @Argument(help: "The policy's file; - is standard input.") var file: String
    @Option(help: "The policy's key. (default: the file's name without its extension)") var key: String?
    @Flag(help: "Make the version the active one.") var activate = false
    @Option(help: "human or json.") var format: Format = .human

    func validate() throws {
      if file == "-", key == nil { throw ValidationError("A policy from standard input needs --key.") }
    }

    func run() async throws {
      guard let text = String(validating: try InputFile.read(file), as: UTF8.self) else {
        Terminal.complain("\(file): is not UTF-8")
        throw ExitCode(Terminal.ExitCode.couldNotRun)
      }
      let key = key ?? URL(filePath: file).deletingPathExtension().lastPathComponent
      try await server.withConnection { connection in
        let query = key.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? key
        let found: Clavata_Gateway_V1_GetPoliciesResponse = try await connection.call(
          .GET, "/v1/policies?query.keys=\(query)")
        if let policy = found.policies.first {
          let answer: Clavata_Gateway_V1_CreatePolicyVersionResponse = try await connection.call(
            .POST, "/v1/policies/\(policy.policyID)/versions",
            Clavata_Gateway_V1_CreatePolicyVersionRequest.with {
              $0.versionText = text
              $0.activate = activate
            })
          try report(answer.valid, answer.error, policy: answer.policyID, version: answer.versionID, key: key)
        } else {
          let answer: Clavata_Gateway_V1_CreatePolicyResponse = try await connection.call(
            .POST, "/v1/policies",
            Clavata_Gateway_V1_CreatePolicyRequest.with {
              $0.policyKey = key
              $0.versionText = text
            })
          try report(answer.valid, answer.error, policy: answer.policyID, version: answer.versionID, key: key)
        }
      }
    }

    private func report(
      _ isValid: Bool, _ error: Clavata_Shared_V1_CompilationError, policy: String, version: String, key: String
    ) throws {
      guard isValid else {
        Terminal.complain("\(file):\(error.line):\(error.column): \(error.message)")
        throw ExitCode(Terminal.ExitCode.errors)
      }
      switch format {
      case .json: Terminal.say(#"{"policyId":"\#(policy)","policyVersionId":"\#(version)"}"#)
      case .human: Terminal.say("\(key)  policy \(policy)  version \(version)")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the account's policies.")

    @OptionGroup var server: ServerArguments

    func run() async throws {
      try await server.withConnection { connection in
        let answer: Clavata_Gateway_V1_GetPoliciesResponse = try await connection.call(.GET, "/v1/policies")
        for policy in answer.policies {
          Terminal.say("\(policy.policyID)  \(policy.policyKey)\(policy.disabled ? "  (disabled)" : "")")
        }
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the active version's text.")

    @OptionGroup var server: ServerArguments
    @Argument(help: "The policy's id.") var id: String

    func run() async throws {
      let path = id.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-"])) ?? id
      try await server.withConnection { connection in
        let answer: Clavata_Gateway_V1_GetPolicyResponse = try await connection.call(.GET, "/v1/policies/\(path)")
        let versions: Clavata_Gateway_V1_GetPolicyVersionsResponse = try await connection.call(
          .GET, "/v1/policies/\(path)/versions")
        let active = versions.policyVersions.first { $0.versionID == answer.policy.activeVersionID }
        guard let active else { throw ServerRefusal(message: "the policy has no active version") }
        Terminal.write(active.policyText, to: .standardOutput)
      }
    }
  }
}
