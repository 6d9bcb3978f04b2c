internal import COpenVINO
internal import Foundation

/// The runtime's C library, opened.
///
/// `@unchecked` since it holds a C handle: the runtime lets several threads share it, and nothing changes after `init`.
final class ModelRuntime: @unchecked Sendable {
  fileprivate let handle: OpaquePointer

  init(library: URL) throws(EmbeddedModelError) {
    guard let handle = covino_runtime_open(library.path) else {
      throw EmbeddedModelError(.unusable, "the models' runtime cannot be used: \(Self.lastError)")
    }
    self.handle = handle
  }

  deinit {
    covino_runtime_free(handle)
  }

  /// Why the last call of this thread failed.
  fileprivate static var lastError: String { String(cString: covino_last_error()) }
}

/// A model, compiled for this machine's processor.
///
/// `@unchecked` as `ModelRuntime` is: several threads may share a compiled model.
final class CompiledModel: @unchecked Sendable {
  private let handle: OpaquePointer
  private let file: URL
  /// The model must not outlive it.
  private let runtime: ModelRuntime

  /// - Parameter streams: how many requests may run at once.
  init(_ file: URL, with runtime: ModelRuntime, streams: Int) throws(EmbeddedModelError) {
    guard let handle = covino_model_compile(runtime.handle, file.path, Int32(clamping: streams)) else {
      throw Self.unusable(file, ModelRuntime.lastError)
    }
    self.handle = handle
    self.file = file
    self.runtime = runtime
  }

  deinit {
    covino_model_free(handle)
  }

  func hasInput(_ name: String) -> Bool { covino_model_has_input(handle, name) }

  func inputCount() throws(EmbeddedModelError) -> Int {
    var count = 0
    guard covino_model_count_inputs(handle, &count) else { throw unusable(ModelRuntime.lastError) }
    return count
  }

  /// A way to run it, for one thread at a time.
  func makeRequest() throws(EmbeddedModelError) -> ModelRequest {
    guard let request = covino_request_create(handle) else { throw unusable(ModelRuntime.lastError) }
    return ModelRequest(request, of: self)
  }

  func unusable(_ reason: String) -> EmbeddedModelError { Self.unusable(file, reason) }

  private static func unusable(_ file: URL, _ reason: String) -> EmbeddedModelError {
    EmbeddedModelError(.unusable, "\(file.path) cannot be used: \(reason)")
  }
}

/// What one thread needs to run a model.
///
/// `@unchecked` since it holds a C handle: it is made where the model is, then handed to the one thread that uses it.
final class ModelRequest: @unchecked Sendable {
  private let handle: OpaquePointer
  /// The request must not outlive it.
  private let model: CompiledModel

  fileprivate init(_ handle: OpaquePointer, of model: CompiledModel) {
    self.handle = handle
    self.model = model
  }

  deinit {
    covino_request_free(handle)
  }

  /// Runs the model and waits for it.
  ///
  /// - Returns: its first output, which is good until the next run.
  func run(_ inputs: [covino_input]) throws(EmbeddedModelError) -> covino_output {
    var output = covino_output()
    guard covino_request_run(handle, inputs, inputs.count, &output) else {
      throw EmbeddedModelError(.inferenceFailed, ModelRuntime.lastError)
    }
    return output
  }

  /// Another output of the last run, good until the next one.
  func output(_ name: String) throws(EmbeddedModelError) -> covino_output {
    var output = covino_output()
    guard covino_request_get_output(handle, name, &output) else {
      throw EmbeddedModelError(.inferenceFailed, ModelRuntime.lastError)
    }
    return output
  }
}
