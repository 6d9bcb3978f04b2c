internal import PolicyLanguage

/// What must hold for any bytes whatever.
enum Expectations {
  /// Stops the program where something does not: libFuzzer then keeps the bytes.
  static func check(_ bytes: some Sequence<UInt8>) {
    let parsed = PolicyParser.parse(utf8: bytes)
    checkPlaces(parsed)
    checkRendering(parsed)
    if !parsed.hasErrors { checkFormatting(parsed) }
  }

  private static func checkPlaces(_ parsed: ParsedPolicy) {
    let length = parsed.source.utf8.count
    for diagnostic in parsed.diagnostics {
      let ranges = [diagnostic.range] + diagnostic.notes.map(\.range) + diagnostic.fixes.map(\.range)
      for range in ranges {
        precondition(range.start <= range.end && range.end.offset <= length, "a range is outside the text")
      }
    }
    precondition(parsed.diagnostics == parsed.diagnostics.sorted(), "diagnostics are out of order")
    precondition(parsed.diagnostics.count <= PolicyLimits.diagnostics, "there are too many diagnostics")
  }

  private static func checkRendering(_ parsed: ParsedPolicy) {
    let report = DiagnosticRenderer.Report(file: "p", source: parsed.source, diagnostics: parsed.diagnostics)
    for format in DiagnosticRenderer.Format.allCases {
      let text = DiagnosticRenderer(format).render([report])
      precondition(!text.utf8.contains(0x1b), "a policy speaks to the terminal")
    }
  }

  private static func checkFormatting(_ parsed: ParsedPolicy) {
    let formatted = PolicyFormatter.format(parsed.syntax)
    let again = PolicyParser.parse(formatted)
    precondition(!again.hasErrors || again.diagnostics.contains { $0.code == .textTooLong }, "formatting made an error")
    if again.hasErrors { return }
    precondition(
      again.syntax.items.map(\.meaning) == parsed.syntax.items.map(\.meaning), "formatting changed the policy")
    precondition(
      again.syntax.comments.map(\.text) == parsed.syntax.comments.map(\.text), "formatting changed the comments")
    precondition(PolicyFormatter.format(again.syntax) == formatted, "formatting again changed it")
  }
}

extension PolicyItem {
  /// What it says, without places.
  fileprivate var meaning: [String] {
    switch self {
    case .label(let label):
      ["label", label.name.value, label.message?.value ?? "no message"] + label.rules.map(\.condition.canonicalText)
        + (label.exception?.meaning ?? [])
    case .priority(let priority): ["priority"] + priority.labels.map(\.value)
    case .exception(let exception): exception.meaning
    }
  }
}

extension ExceptionSyntax {
  fileprivate var meaning: [String] { ["exception"] + rules.map(\.condition.canonicalText) }
}
