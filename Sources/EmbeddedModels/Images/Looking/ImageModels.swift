internal import Foundation
internal import Synchronization

/// The models that look at images, each loaded when the first image needs it, for it stays in memory from then on.
final class ImageModels: Sendable {
  private struct Loaded: Sendable {
    var runtime: ModelRuntime?
    var models: [URL: Result<CompiledModel, EmbeddedModelError>] = [:]
  }

  let files: ModelFiles
  private let streams: Int
  private let loaded = Mutex(Loaded())

  /// - Parameter streams: how many threads use them at once.
  init(files: ModelFiles, streams: Int) {
    self.files = files
    self.streams = streams
  }

  /// A way to run a model, for one thread. Loads it, or waits for another thread to have loaded it, if need be.
  func makeRequest(_ file: URL) throws(EmbeddedModelError) -> ModelRequest {
    try model(file).get().makeRequest()
  }

  private func model(_ file: URL) -> Result<CompiledModel, EmbeddedModelError> {
    loaded.withLock { loaded in
      if let model = loaded.models[file] { return model }
      let model = Self.load(file, of: files, streams: streams, &loaded.runtime)
      loaded.models[file] = model
      return model
    }
  }

  private static func load(
    _ file: URL, of files: ModelFiles, streams: Int, _ runtime: inout ModelRuntime?
  ) -> Result<CompiledModel, EmbeddedModelError> {
    do throws(EmbeddedModelError) {
      let library = try files.runtimeLibrary(beside: [file])
      let opened = if let runtime { runtime } else { try ModelRuntime(library: library) }
      runtime = opened
      return .success(try CompiledModel(file, with: opened, streams: streams))
    } catch {
      return .failure(error)
    }
  }
}
