internal import PolicyEvaluation
internal import PolicyLanguage

/// A label's text, read: one label and nothing beside it but comments.
struct LabelText: Sendable {
  let syntax: PolicySyntax
  let compiled: CompiledPolicy

  /// The text in its usual form: equal for texts that differ in white space alone.
  var formatted: String { PolicyFormatter.format(syntax) }

  /// - Returns: the text, or its first error.
  static func read(_ text: String) -> Result<LabelText, Diagnostic> {
    let parsed = PolicyParser.parse(text)
    if let error = parsed.diagnostics.first(where: { $0.severity == .error }) { return .failure(error) }
    if let other = parsed.syntax.items.first(where: { !$0.isLabel }) {
      return .failure(error("this stands outside the label: a label's exception goes within its braces", other))
    }
    if let second = parsed.syntax.items.dropFirst().first {
      return .failure(error("this is a second label: a label's version has one", second))
    }
    return .success(LabelText(syntax: parsed.syntax, compiled: CompiledPolicy(parsed.syntax)))
  }

  private static func error(_ message: String, _ item: PolicyItem) -> Diagnostic {
    Diagnostic(.unexpectedToken, .error, message, range: item.range)
  }
}

extension PolicyItem {
  fileprivate var isLabel: Bool { if case .label = self { true } else { false } }
}
