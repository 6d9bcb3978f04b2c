public import PolicyLanguage

/// A label of a compiled policy: what a report says of it before any content.
public struct CompiledLabel: Sendable {
  /// What a client gets back; unique in a policy.
  public var name: String
  /// The text after the colon, word for word; empty where there is none.
  public var message: String
  /// In source order.
  public var rules: [CompiledRule]
  public var exception: CompiledException?
  /// From the keyword to the closing brace.
  public var range: SourceRange

  /// Where its score stands before priorities: its rules less its own exception and the policy's.
  var slot: Program.Slot
}

/// The rules that hold a label, or every label of a policy, back.
public struct CompiledException: Sendable {
  /// In source order.
  public var rules: [CompiledRule]
  /// From the keyword to the closing brace.
  public var range: SourceRange

  var slot: Program.Slot
}

/// One condition of a label or an exception.
public struct CompiledRule: Sendable {
  /// Its own text, as it was written.
  public var source: String
  public var range: SourceRange

  var slot: Program.Slot
}
