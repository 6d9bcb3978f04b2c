/// Diagnostics for people: the message, the line it is about, a caret under the place, what would help.
struct HumanDiagnostics {
  let isColored: Bool

  private enum Color: String {
    case bold = "1"
    case red = "31"
    case yellow = "33"
    case cyan = "36"
  }

  func render(_ reports: [DiagnosticRenderer.Report]) -> String {
    reports.flatMap { report in
      let lines = SourceLines(report.source)
      return report.diagnostics.map { render($0, file: report.file.printable, lines: lines) }
    }.joined(separator: "\n")
  }

  private func render(_ diagnostic: Diagnostic, file: String, lines: SourceLines) -> String {
    let color: Color = diagnostic.severity == .error ? .red : .yellow
    var text = paint(diagnostic.severity.rawValue, color) + paint(": \(diagnostic.message.printable)", .bold)
    text += " [\(diagnostic.code.rawValue)]\n"
    text += snippet(diagnostic.range, file: file, lines: lines, color: color)
    for note in diagnostic.notes {
      text += paint("note", .cyan) + ": \(note.message.printable)\n"
      text += snippet(note.range, file: file, lines: lines, color: .cyan)
    }
    var told: Set<String> = []
    for fix in diagnostic.fixes where told.insert(fix.message).inserted {
      text += paint("help", .cyan) + ": \(fix.message.printable)\n"
    }
    return text
  }

  private func snippet(_ range: SourceRange, file: String, lines: SourceLines, color: Color) -> String {
    let (start, end) = (range.start, range.end)
    let number = String(start.line)
    let margin = String(repeating: " ", count: number.count)
    var text = "\(margin)--> \(file):\(start.line):\(start.column)\n"
    guard let line = lines[start.line] else { return text }
    let columns = start.column..<(end.line == start.line ? max(start.column, end.column) : Int.max)
    let shown = DisplayLine(line, columns: columns)
    text += "\(number) | \(shown.text)\n"
    text += "\(margin) | \(String(repeating: " ", count: shown.indent))"
    text += paint(String(repeating: "^", count: shown.width), color) + "\n"
    return text
  }

  private func paint(_ text: String, _ color: Color) -> String {
    isColored ? "\u{1b}[\(color.rawValue)m\(text)\u{1b}[0m" : text
  }
}
