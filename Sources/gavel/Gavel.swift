internal import ArgumentParser

@main
struct Gavel: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gavel",
    abstract: "A self-hosted engine for content policies.",
    discussion: """
      Policies are written in a small language: labels made of natural-language signals, joined by AND, OR and NOT. \
      `gavel check` and `gavel eval` work on files, with no server; `gavel serve` answers over REST and gRPC.

      Every flag of `serve` can also be set in the environment (GAVEL_REST_PORT=9000) or in a file (--config F).
      """,
    version: Version.current,
    subcommands: [
      ServeCommand.self, CheckCommand.self, FormatCommand.self, LintCommand.self, EvalCommand.self,
      PolicyCommand.self, BatchCommand.self, KeyCommand.self, UserCommand.self, WebhookCommand.self,
      HashesCommand.self, VersionCommand.self,
    ])
}
