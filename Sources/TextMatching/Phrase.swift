/// Words to look for in a text.
public struct Phrase: Sendable, Hashable {
  /// How near a text must come to the words.
  public enum Mode: Sendable {
    /// The words themselves, in any case, on word borders.
    case exact
    /// The words, or what a reader takes for them: disguised or misspelt.
    case fuzzy
  }

  /// The words, as a policy has them.
  public var text: String
  /// How near a text must come to them.
  public var mode: Mode

  public init(_ text: String, mode: Mode) {
    self.text = text
    self.mode = mode
  }
}
