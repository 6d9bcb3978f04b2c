/// One content to score.
public enum Content: Sendable {
  case text(TextContent)
  case image(ImageContent)

  /// `sha256::` and the hex of its bytes: what caches key on.
  public var hash: String {
    switch self {
    case .text(let text): text.hash
    case .image(let image): image.hash
    }
  }

  /// Nil of an image.
  public var text: String? {
    switch self {
    case .text(let text): text.text
    case .image: nil
    }
  }
}
