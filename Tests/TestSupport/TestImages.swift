package import Foundation
package import SignalScoring

/// Small pictures to send.
package enum TestImages {
  /// A gray point.
  package static let png =
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==") ?? Data()
  /// The same, its last bytes missing.
  package static let truncated = png.dropLast(24)
  package static let gif = Data("GIF89a".utf8)
}

/// Reads the same on every image.
package struct ConstantReader: ImageReader {
  package let version = "constant-reader"
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  package func read(_ image: ImageContent) async throws -> TextContent { TextContent(hash: text, text: text) }
}
