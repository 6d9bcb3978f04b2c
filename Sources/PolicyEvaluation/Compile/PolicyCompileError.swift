public import PolicyLanguage

/// A policy's text is not a policy: what is wrong with it, each with its place.
public struct PolicyCompileError: Error, Sendable {
  /// The first error of the text.
  public var first: Diagnostic
  /// Every diagnostic of the text, in source order: all the errors, `first` among them, and warnings.
  public var diagnostics: [Diagnostic]

  public init(first: Diagnostic, diagnostics: [Diagnostic]) {
    self.first = first
    self.diagnostics = diagnostics
  }
}
