internal import ArgumentParser
internal import Foundation
internal import PolicyLanguage

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Write policies in the one form that everybody's have.",
    discussion: """
      Keywords in capitals, straight quotes, a rule a line, two spaces of indent; lists that are longer than a line \
      stand over several. Comments stay where they stand, and what a policy means does not change.

      Files are rewritten in place, and the names of those that changed are printed; standard input goes to standard \
      output. A policy with errors is left as it is, and its errors are printed.

      EXIT CODES
        0  formatted; with --check, nothing would change
        1  errors; with --check, something would change
        2  a file could not be read or written

      EXAMPLES
        gavel fmt Policies/*.policy
        gavel fmt --check Policies/*.policy
        gavel fmt - < draft.policy
      """)

  @Flag(help: "Change nothing; list the files that would change.")
  var check = false

  @Argument(help: ArgumentHelp("Policy files; - is standard input.", valueName: "file"))
  var files: [String]

  func run() throws {
    var isClean = true
    for (file, parsed) in try PolicyFiles.parse(files) {
      let isDone = parsed.hasErrors ? complain(of: parsed, file: file) : try format(parsed, file: file)
      isClean = isClean && isDone
    }
    if !isClean { throw ExitCode(Terminal.ExitCode.errors) }
  }

  /// - Returns: whether this file is as it should be.
  private func format(_ parsed: ParsedPolicy, file: String) throws -> Bool {
    let formatted = PolicyFormatter.format(parsed.syntax)
    // Bytes are compared: texts that are equal to Unicode may yet be written in two ways.
    let isChanged = !formatted.utf8.elementsEqual(parsed.source.utf8)
    if check {
      if isChanged { Terminal.say(name(of: file)) }
      return !isChanged
    }
    if file == "-" {
      Terminal.write(formatted, to: .standardOutput)
    } else if isChanged {
      try replace(file, with: formatted)
      Terminal.say(file)
    }
    return true
  }

  /// Replaces what is in a file at once, so that nobody sees half of it. Writing so makes a new file: who may read it is
  /// carried over, and a link goes on pointing where it points.
  private func replace(_ file: String, with text: String) throws {
    let path = URL(filePath: file).resolvingSymlinksInPath().path(percentEncoded: false)
    let permissions = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    try PolicyFiles.write(text, to: path)
    guard let permissions else { return }
    try? FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  private func complain(of parsed: ParsedPolicy, file: String) -> Bool {
    let report = DiagnosticRenderer.Report(
      file: name(of: file), source: parsed.source, diagnostics: parsed.diagnostics.filter { $0.severity == .error })
    Terminal.write(DiagnosticRenderer(.human).render([report]), to: .standardError)
    return false
  }

  private func name(of file: String) -> String { file == "-" ? "<stdin>" : file }
}
