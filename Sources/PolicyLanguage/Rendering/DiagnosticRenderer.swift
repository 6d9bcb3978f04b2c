/// Writes diagnostics for people and for programs.
public struct DiagnosticRenderer: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    /// With the line and a caret.
    case human
    /// `file:line:column: severity: message [code]`.
    case plain
    /// One JSON document.
    case json
    /// SARIF 2.1.0, as code scanning tools read it.
    case sarif
  }

  /// A file and what there is to say about it.
  public struct Report: Sendable {
    public var file: String
    public var source: String
    public var diagnostics: [Diagnostic]

    public init(file: String, source: String, diagnostics: [Diagnostic]) {
      self.file = file
      self.source = source
      self.diagnostics = diagnostics
    }
  }

  private let format: Format
  private let isColored: Bool

  /// - Parameter isColored: for a terminal; only the human format has colours.
  public init(_ format: Format, isColored: Bool = false) {
    self.format = format
    self.isColored = isColored
  }

  public func render(_ reports: [Report]) -> String {
    switch format {
    case .human: HumanDiagnostics(isColored: isColored).render(reports)
    case .plain: reports.map(plain).joined()
    case .json: JSONDiagnostics.render(reports)
    case .sarif: SARIFDiagnostics.render(reports)
    }
  }

  private func plain(_ report: Report) -> String {
    report.diagnostics.map { diagnostic in
      let start = diagnostic.range.start
      return "\(report.file.printable):\(start.line):\(start.column): \(diagnostic.severity.rawValue): "
        + "\(diagnostic.message.printable) [\(diagnostic.code.rawValue)]\n"
    }.joined()
  }
}
