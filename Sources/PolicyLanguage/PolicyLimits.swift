/// What a policy may be at most; past one, an error.
public enum PolicyLimits {
  /// UTF-8 bytes of a policy's text.
  public static let textBytes = 256 << 10
  public static let labels = 500
  /// Distinct signals of a policy.
  public static let signals = 2_000
  /// Unicode scalars of a signal, a name, or a phrase to match.
  public static let signalCharacters = 512
  /// How deep conditions stand within one another.
  public static let nesting = 64
  /// Diagnostics of one text: more would help nobody.
  public static let diagnostics = 100
}
