internal import COpenVINO
internal import Foundation

/// The encoder and the scorer, loaded and compiled for this machine's processor.
///
/// `@unchecked` since it holds C handles: the runtime lets several threads share a core and a compiled model, and
/// nothing here changes after `init`.
final class CompiledModels: @unchecked Sendable {
  private let runtime: OpaquePointer
  private let encoder: OpaquePointer
  private let scorer: OpaquePointer

  /// - Parameters:
  ///   - library: the runtime's C library.
  ///   - streams: how many sessions may run at once.
  init(library: URL, encoder: URL, scorer: URL, streams: Int) throws(EmbeddedModelError) {
    guard let runtime = covino_runtime_open(library.path) else { throw Self.unusable }
    guard let encoder = covino_model_compile(runtime, encoder.path, Int32(clamping: streams)) else {
      // Made before the runtime is freed, which is a call too.
      let error = Self.unusable
      covino_runtime_free(runtime)
      throw error
    }
    guard let scorer = covino_model_compile(runtime, scorer.path, Int32(clamping: streams)) else {
      let error = Self.unusable
      covino_model_free(encoder)
      covino_runtime_free(runtime)
      throw error
    }
    self.runtime = runtime
    self.encoder = encoder
    self.scorer = scorer
  }

  deinit {
    covino_model_free(scorer)
    covino_model_free(encoder)
    covino_runtime_free(runtime)
  }

  /// A way to run them, for one thread at a time.
  func makeSession() throws(EmbeddedModelError) -> CompiledSession {
    guard let encoding = covino_request_create(encoder) else { throw Self.unusable }
    guard let scoring = covino_request_create(scorer) else {
      let error = Self.unusable
      covino_request_free(encoding)
      throw error
    }
    return CompiledSession(encoding: encoding, scoring: scoring, models: self)
  }

  /// Why the last call of this thread failed.
  static var lastError: String { String(cString: covino_last_error()) }

  private static var unusable: EmbeddedModelError {
    EmbeddedModelError(.unusable, "the embedded models cannot be used: \(lastError)")
  }
}
