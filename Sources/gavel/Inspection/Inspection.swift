internal import ArgumentParser
internal import Foundation
internal import PolicyLanguage

/// Reads policy files and prints what there is to say about them: what `check` and `lint` share.
struct Inspection {
  /// Paths; `-` is standard input.
  let files: [String]
  let format: DiagnosticFormat
  /// What makes the command end with 1.
  let failing: Set<Diagnostic.Severity>

  /// - Throws: `ExitCode` where something failing was found, or a file could not be read.
  func run() throws {
    let reports = try PolicyFiles.parse(files).map { file, parsed in
      DiagnosticRenderer.Report(
        file: file == "-" ? "<stdin>" : file, source: parsed.source, diagnostics: parsed.diagnostics)
    }
    let renderer = DiagnosticRenderer(format.renderer, isColored: Terminal.isColored)
    Terminal.write(renderer.render(reports), to: .standardOutput)
    let found = reports.flatMap { $0.diagnostics.map(\.severity) }
    if format == .human, !found.isEmpty { Terminal.complain(summary(found, of: reports)) }
    if found.contains(where: failing.contains) { throw ExitCode(Terminal.ExitCode.errors) }
  }

  /// `2 errors, 1 warning in 1 of 3 files`.
  private func summary(_ found: [Diagnostic.Severity], of reports: [DiagnosticRenderer.Report]) -> String {
    let counts = [Diagnostic.Severity.error, .warning].compactMap { severity in
      let count = found.count { $0 == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let files = reports.count { !$0.diagnostics.isEmpty }
    return "\(counts.joined(separator: ", ")) in \(files) of \(reports.count) file\(reports.count == 1 ? "" : "s")"
  }
}
