internal import Foundation
internal import SignalScoring

/// Decodes images and looks at them on threads of its own: one by default, so that a stream of images leaves the
/// processor's other cores to texts.
///
/// Callers suspend until what they want to know is known; a caller that is cancelled leaves at once, and what nobody
/// else has asked for is not begun. A thread holds the decoded pictures of one image at a time, and none while it has
/// nothing to do. What is found is kept, by the image's hash. The threads end with the pool.
package final class ImagePool: Sendable {
  private let state: ImagePoolState

  /// How many calls wait at most: a request has two for each of the 32 images that it has in work.
  static let waitingCalls = 512

  /// Loads nothing yet: each model is loaded when the first image needs it.
  ///
  /// - Parameter threads: how many images are looked at at once.
  package convenience init(files: ModelFiles = .default, threads: Int = 1) {
    self.init(files: files, encoder: nil, threads: threads)
  }

  /// - Parameter encoder: a model of the user's own, loaded already; nil: there is none.
  convenience init(files: ModelFiles, encoder: ImageEncoder?, threads: Int) {
    let models = ImageModels(files: files, streams: max(threads, 1))
    self.init(sessions: (0..<max(threads, 1)).map { _ in CompiledImageSession(models, encoder: encoder) })
  }

  /// - Parameter sessions: one for each thread.
  init(sessions: [any ImageSession & Sendable], waitingCalls: Int = waitingCalls) {
    let state = ImagePoolState(workers: sessions.count, capacity: waitingCalls)
    self.state = state
    for (worker, session) in sessions.enumerated() {
      let thread = Thread { state.work(with: session) }
      thread.name = "gavel-sight-\(worker)"
      thread.stackSize = 4 << 20
      thread.start()
    }
  }

  deinit {
    state.stop()
  }

  /// Finds out what is not known yet.
  ///
  /// - Returns: something of each of the aspects, be it why it could not be found out.
  /// - Throws: `EmbeddedModelError` where nothing could, or `CancellationError` where the caller's task is cancelled.
  func look(at image: ImageContent, for aspects: Set<ImageAspect>) async throws -> SeenImage {
    if let seen = state.recall(image.hash, aspects) { return seen }
    let id = state.newCall()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        state.submit(ImageCall(image: image, aspects: aspects, continuation: $0), as: id)
      }
    } onCancel: {
      state.cancel(id)
    }
  }

  /// Lets the threads end: what is being looked at is finished for nobody, what waits fails.
  package func stop() { state.stop() }
}
