/// Diagnostics as one JSON document: `{"files":[{"file","diagnostics":[...]}]}`.
enum JSONDiagnostics {
  static func render(_ reports: [DiagnosticRenderer.Report]) -> String {
    JSONText.object([
      (
        "files",
        .array(
          reports.map { report in
            .object([
              ("file", .string(report.file)), ("diagnostics", .array(report.diagnostics.map(diagnostic))),
            ])
          })
      )
    ]).text + "\n"
  }

  private static func diagnostic(_ diagnostic: Diagnostic) -> JSONText {
    .object([
      ("code", .string(diagnostic.code.rawValue)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message)),
      ("range", range(diagnostic.range)),
      (
        "notes",
        .array(diagnostic.notes.map { .object([("message", .string($0.message)), ("range", range($0.range))]) })
      ),
      (
        "fixes",
        .array(
          diagnostic.fixes.map {
            .object([
              ("message", .string($0.message)), ("range", range($0.range)), ("replacement", .string($0.replacement)),
            ])
          })
      ),
    ])
  }

  private static func range(_ range: SourceRange) -> JSONText {
    .object([("start", location(range.start)), ("end", location(range.end))])
  }

  private static func location(_ location: SourceLocation) -> JSONText {
    .object([
      ("line", .number(location.line)), ("column", .number(location.column)), ("offset", .number(location.offset)),
    ])
  }
}
