internal import COpenVINO
internal import Foundation

/// A classifier of pairs, loaded and compiled for this machine's processor.
///
/// `@unchecked` since it holds C handles: the runtime lets several threads share a core and a compiled model, and
/// nothing here changes after `init`.
final class CompiledClassifier: @unchecked Sendable {
  private let runtime: OpaquePointer
  private let model: OpaquePointer
  /// Models whose pairs need no telling apart have no input for it.
  let takesTypes: Bool

  /// - Parameters:
  ///   - library: the runtime's C library.
  ///   - streams: how many sessions may run at once.
  init(library: URL, model file: URL, streams: Int) throws(EmbeddedModelError) {
    guard let runtime = covino_runtime_open(library.path) else {
      throw EmbeddedModelError(.unusable, "the runtime cannot be used: \(CompiledModels.lastError)")
    }
    guard let model = covino_model_compile(runtime, file.path, Int32(clamping: streams)) else {
      // Made before the runtime is freed, which is a call too.
      let error = Self.unusable(file, CompiledModels.lastError)
      covino_runtime_free(runtime)
      throw error
    }
    self.runtime = runtime
    self.model = model
    takesTypes = covino_model_has_input(model, "token_type_ids")
    // From here on `deinit` frees what there is.
    for name in ["input_ids", "attention_mask"] where !covino_model_has_input(model, name) {
      throw Self.unusable(file, "it has no input `\(name)`")
    }
    var count = 0
    guard covino_model_count_inputs(model, &count) else { throw Self.unusable(file, CompiledModels.lastError) }
    guard count == (takesTypes ? 3 : 2) else {
      throw Self.unusable(file, "it has inputs besides `input_ids`, `attention_mask` and `token_type_ids`")
    }
  }

  deinit {
    covino_model_free(model)
    covino_runtime_free(runtime)
  }

  /// A way to run it, for one thread at a time.
  ///
  /// - Parameter separator: the token that ends each text of a pair, and is nowhere else.
  func makeSession(separator: Int32) throws(EmbeddedModelError) -> ClassifierSession {
    guard let request = covino_request_create(model) else {
      throw EmbeddedModelError(.unusable, "the classifier cannot be used: \(CompiledModels.lastError)")
    }
    return ClassifierSession(request: request, separator: separator, classifier: self)
  }

  static func unusable(_ file: URL, _ reason: String) -> EmbeddedModelError {
    EmbeddedModelError(.unusable, "\(file.path) cannot be used: \(reason)")
  }
}
