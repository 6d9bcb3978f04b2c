internal import ArgumentParser
internal import PolicyLanguage

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check policies for errors and for what is hardly meant.",
    discussion: """
      Prints every error and warning with its place and, where there is one, what would help. A policy without errors \
      is one that a server takes. docs/language.md lists the errors, docs/lint.md the warnings.

      EXIT CODES
        0  no errors (warnings are allowed)
        1  errors
        2  a file could not be read

      EXAMPLES
        gavel check Policies/*.policy
        gavel check --format sarif Policies/*.policy > results.sarif
        cat draft.policy | gavel check -
      """)

  @Argument(help: ArgumentHelp("Policy files; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "human, plain (a line each), json or sarif.")
  var format: DiagnosticFormat = .human

  func run() throws {
    try Inspection(files: files, format: format, failing: [.error]).run()
  }
}
