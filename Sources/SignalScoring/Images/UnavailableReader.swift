/// Stands for a reader that is not there.
package struct UnavailableReader: ImageReader {
  package let version = "unavailable"

  package init() {}

  package func read(_ image: ImageContent) async throws -> TextContent {
    throw ScoringError(.modelUnavailable, "nothing here reads the writing on images: install the embedded models")
  }
}
