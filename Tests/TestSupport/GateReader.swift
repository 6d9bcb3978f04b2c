internal import Foundation
package import SignalScoring
internal import Synchronization

/// Reads nothing on an image, and that only once the gate was opened: what lets a test have images wait.
package final class GateReader: ImageReader {
  private struct State {
    var isOpen = false
    var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]
  }

  package let version = "gate-reader"
  /// An element for each image that was begun.
  package let begun: AsyncStream<Void>

  private let beginning: AsyncStream<Void>.Continuation
  private let state = Mutex(State())

  package init() {
    (begun, beginning) = AsyncStream.makeStream()
  }

  package func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  package func read(_ image: ImageContent) async throws -> TextContent {
    let id = UUID()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let passes = state.withLock { state in
          if state.isOpen || Task.isCancelled { return true }
          state.waiting[id] = continuation
          return false
        }
        beginning.yield()
        if passes { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
    }
    try Task.checkCancellation()
    return TextContent(hash: "nothing", text: "")
  }
}
