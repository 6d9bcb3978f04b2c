internal import COpenVINO
internal import Foundation

/// The text encoder, loaded and compiled for this machine's processor.
///
/// `@unchecked` since it holds C handles: the runtime lets several threads share a core and a compiled model, and
/// nothing here changes after `init`.
final class TextEncoder: @unchecked Sendable {
  private let runtime: OpaquePointer
  private let handle: OpaquePointer

  /// - Parameters:
  ///   - library: the runtime's C library.
  ///   - streams: how many sessions may run at once.
  init(library: URL, model: URL, streams: Int) throws(EmbeddedModelError) {
    guard let runtime = covino_runtime_open(library.path) else {
      throw EmbeddedModelError(.unusable, "the embedded models cannot be used: \(Self.lastError)")
    }
    guard let handle = covino_encoder_compile(runtime, model.path, Int32(clamping: streams)) else {
      // Read before the runtime is freed, which is a call too.
      let reason = Self.lastError
      covino_runtime_free(runtime)
      throw EmbeddedModelError(.unusable, "the embedded models cannot be used: \(reason)")
    }
    self.runtime = runtime
    self.handle = handle
  }

  deinit {
    covino_encoder_free(handle)
    covino_runtime_free(runtime)
  }

  /// A way to run it, for one thread at a time.
  func makeSession() throws(EmbeddedModelError) -> EncoderSession {
    guard let request = covino_request_create(handle) else {
      throw EmbeddedModelError(.unusable, "the embedded models cannot be used: \(Self.lastError)")
    }
    return EncoderSession(request: request, encoder: self)
  }

  /// Why the last call of this thread failed.
  static var lastError: String { String(cString: covino_last_error()) }
}
