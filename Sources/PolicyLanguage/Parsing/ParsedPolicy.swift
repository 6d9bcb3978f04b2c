/// What a text was read as, and what there is to say about it.
public struct ParsedPolicy: Sendable {
  /// The text, repaired where it was not UTF-8.
  public var source: String
  /// As much as could be read; whole where there are no errors.
  public var syntax: PolicySyntax
  /// In source order; at most `PolicyLimits.diagnostics`, errors before warnings where they are too many.
  public var diagnostics: [Diagnostic]

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
