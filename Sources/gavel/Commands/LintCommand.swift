internal import ArgumentParser
internal import PolicyLanguage

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check policies, and let warnings count.",
    discussion: """
      What `gavel check` prints, but a warning fails too: rules that stand twice, operators nobody knows, AND and OR \
      mixed without parentheses, and the like. Each warning is named in brackets; docs/lint.md has a section for each. \
      What is a matter of form alone, `gavel fmt` settles.

      EXIT CODES
        0  nothing to say
        1  errors or warnings
        2  a file could not be read

      EXAMPLES
        gavel lint Policies/*.policy
        gavel lint --format plain draft.policy
      """)

  @Argument(help: ArgumentHelp("Policy files; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "human, plain (a line each), json or sarif.")
  var format: DiagnosticFormat = .human

  func run() throws {
    try Inspection(files: files, format: format, failing: [.error, .warning]).run()
  }
}
