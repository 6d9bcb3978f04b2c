/// Something that reads the writing on images.
public protocol ImageReader: Sendable {
  /// What reads, and which version of it: part of the key of every score that rests on it.
  var version: String { get }

  /// The writing on an image, a line of it a line; empty where there is none.
  ///
  /// - Throws: `ScoringError` where it cannot be read, and `CancellationError`.
  func read(_ image: ImageContent) async throws -> TextContent
}
