package import SignalScoring

/// Reads nothing on an image, and that only once the gate was opened: what lets a test have images wait.
package final class GateReader: ImageReader {
  package let version = "gate-reader"
  /// An element for each image that was begun.
  package let begun: AsyncStream<Void>

  private let beginning: AsyncStream<Void>.Continuation
  private let gate = TestGate()

  package init() {
    (begun, beginning) = AsyncStream.makeStream()
  }

  package func open() { gate.open() }

  package func read(_ image: ImageContent) async throws -> TextContent {
    beginning.yield()
    await gate.pass()
    try Task.checkCancellation()
    return TextContent(hash: "nothing", text: "")
  }
}
