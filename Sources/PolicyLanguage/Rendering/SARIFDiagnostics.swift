/// Diagnostics as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format).
enum SARIFDiagnostics {
  static func render(_ reports: [DiagnosticRenderer.Report]) -> String {
    let codes = Set(reports.flatMap { $0.diagnostics.map(\.code) }).sorted { $0.rawValue < $1.rawValue }
    let driver = JSONText.object([("name", .string("gavel")), ("rules", .array(codes.map(rule)))])
    let run = JSONText.object([
      ("tool", .object([("driver", driver)])),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(reports.flatMap { report in report.diagnostics.map { result($0, file: report.file) } })),
    ])
    return JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).text + "\n"
  }

  private static func rule(_ code: Diagnostic.Code) -> JSONText {
    let summary = code.summary.isEmpty ? code.rawValue : code.summary
    return .object([("id", .string(code.rawValue)), ("shortDescription", message(summary))])
  }

  private static func result(_ diagnostic: Diagnostic, file: String) -> JSONText {
    var members: [(String, JSONText)] = [
      ("ruleId", .string(diagnostic.code.rawValue)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", message(diagnostic.message)),
      ("locations", .array([.object([place(diagnostic.range, file: file)])])),
    ]
    if !diagnostic.notes.isEmpty {
      let related = diagnostic.notes.map {
        JSONText.object([place($0.range, file: file), ("message", message($0.message))])
      }
      members.append(("relatedLocations", .array(related)))
    }
    if !diagnostic.fixes.isEmpty { members.append(("fixes", .array([fix(diagnostic.fixes, file: file)]))) }
    return .object(members)
  }

  /// A diagnostic's fixes belong together: they are one fix in SARIF's terms, of several replacements.
  private static func fix(_ fixes: [Diagnostic.Fix], file: String) -> JSONText {
    let replacements = fixes.map {
      JSONText.object([
        ("deletedRegion", region($0.range)), ("insertedContent", .object([("text", .string($0.replacement))])),
      ])
    }
    return .object([
      ("description", message(fixes.first?.message ?? "")),
      (
        "artifactChanges",
        .array([.object([artifact(file), ("replacements", .array(replacements))])])
      ),
    ])
  }

  private static func message(_ text: String) -> JSONText { .object([("text", .string(text))]) }

  private static func place(_ range: SourceRange, file: String) -> (String, JSONText) {
    ("physicalLocation", .object([artifact(file), ("region", region(range))]))
  }

  private static func artifact(_ file: String) -> (String, JSONText) {
    ("artifactLocation", .object([("uri", .string(uri(file)))]))
  }

  private static func region(_ range: SourceRange) -> JSONText {
    .object([
      ("startLine", .number(range.start.line)), ("startColumn", .number(range.start.column)),
      ("endLine", .number(range.end.line)), ("endColumn", .number(range.end.column)),
    ])
  }

  /// A path as a URI reference.
  private static func uri(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        return String(UnicodeScalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        return "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }.joined()
  }
}
