internal import PolicyLanguage

extension CompiledPolicy {
  /// Reads and compiles a policy's text.
  ///
  /// - Throws: `PolicyCompileError` with every diagnostic, where the text has an error. Warnings alone are no hindrance.
  public static func compile(_ text: String) throws(PolicyCompileError) -> CompiledPolicy {
    let parsed = PolicyParser.parse(text)
    if let first = parsed.diagnostics.first(where: { $0.severity == .error }) {
      throw PolicyCompileError(first: first, diagnostics: parsed.diagnostics)
    }
    return CompiledPolicy(parsed.syntax)
  }
}
