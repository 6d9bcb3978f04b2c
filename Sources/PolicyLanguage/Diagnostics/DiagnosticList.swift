/// What was found to say about a text, within bounds.
///
/// INVARIANT: warnings and errors are bounded apart, so that no number of warnings hides that a text has an error.
struct DiagnosticList {
  private(set) var errors: [Diagnostic] = []
  private(set) var warnings: [Diagnostic] = []

  /// Whether more errors would be passed over; asked before work that only serves a message.
  var isFullOfErrors: Bool { errors.count >= PolicyLimits.diagnostics }
  var isFullOfWarnings: Bool { warnings.count >= PolicyLimits.diagnostics }

  mutating func report(
    _ code: Diagnostic.Code, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
    fixes: [Diagnostic.Fix] = []
  ) {
    guard !isFullOfErrors else { return }
    errors.append(Diagnostic(code, .error, message, range: range, notes: notes, fixes: fixes))
  }

  mutating func warn(
    _ code: Diagnostic.Code, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
    fixes: [Diagnostic.Fix] = []
  ) {
    guard !isFullOfWarnings else { return }
    warnings.append(Diagnostic(code, .warning, message, range: range, notes: notes, fixes: fixes))
  }

  mutating func append(_ other: DiagnosticList) {
    errors += other.errors
    warnings += other.warnings
  }

  /// Drops the errors that begin on one of these lines.
  mutating func removeErrors(onLines lines: Set<Int>) {
    errors.removeAll { lines.contains($0.range.start.line) }
  }

  /// In source order; at most `PolicyLimits.diagnostics`, errors before warnings where they are too many.
  var sorted: [Diagnostic] {
    let errors = errors.sorted().prefix(PolicyLimits.diagnostics)
    let warnings = warnings.sorted().prefix(PolicyLimits.diagnostics - errors.count)
    return (errors + warnings).sorted()
  }
}
