/// A text to score.
public struct TextContent: Sendable {
  /// `sha256::` and the hex of its bytes: what caches key on.
  public var hash: String
  public var text: String

  public init(hash: String, text: String) {
    self.hash = hash
    self.text = text
  }
}
