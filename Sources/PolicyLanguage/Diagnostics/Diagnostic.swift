/// Something to say about a policy's text: data, which a terminal, JSON, SARIF or the wire renders.
public struct Diagnostic: Sendable, Hashable, Error {
  public enum Severity: String, Sendable, Hashable { case error, warning }

  /// A second place that explains the first.
  public struct Note: Sendable, Hashable {
    public var message: String
    public var range: SourceRange

    public init(_ message: String, range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  /// A change of the text. All of a diagnostic's fixes together would settle the matter.
  public struct Fix: Sendable, Hashable {
    public var message: String
    public var range: SourceRange
    public var replacement: String

    public init(_ message: String, range: SourceRange, replacement: String) {
      self.message = message
      self.range = range
      self.replacement = replacement
    }
  }

  public var code: Code
  public var severity: Severity
  /// Lower case, no final period, the user's own text in backticks.
  public var message: String
  public var range: SourceRange
  public var notes: [Note]
  public var fixes: [Fix]

  public init(
    _ code: Code, _ severity: Severity, _ message: String, range: SourceRange, notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
    self.fixes = fixes
  }
}

extension Diagnostic {
  /// What a diagnostic is about: stable, kebab-case. Errors are listed in `docs/language.md`; each warning has its
  /// section in `docs/lint.md`.
  public struct Code: RawRepresentable, Sendable, Hashable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }
}
