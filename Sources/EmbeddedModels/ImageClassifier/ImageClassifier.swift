internal import Foundation
package import PolicyEvaluation
package import SignalScoring

/// Scores what is to be seen on images with a pair of models of the user's own, as CLIP is one: the one makes a vector of
/// an image, the other of a text, and the two are the nearer the better the text describes the image.
///
/// A signal's text is encoded once for a policy version, an image once for all signals: fifty cost what one does.
package struct ImageClassifier: SignalScorer {
  package let version: String
  package let name: String
  /// Looks at images, with the model for them; whatever else is to be found out about images, such as what is written on
  /// them, belongs there too, so that each is decoded once.
  package let pool: ImagePool

  private let configuration: ImageClassifierConfiguration
  private let prompts: PromptEncoder
  /// Of the prompts that say nothing in particular.
  private let neutral: [[Float]]

  /// Loads the models.
  ///
  /// - Parameters:
  ///   - runtime: where the runtime is, and the models that read.
  ///   - threads: how many images are looked at at once.
  package init(
    files: ImageClassifierFiles, runtime: ModelFiles = .default, threads: Int = 1
  ) throws(EmbeddedModelError) {
    try files.check()
    let configuration = try ImageClassifierConfiguration.load(files.configuration)
    let tokenizer = try PromptTokenizer(file: files.tokenizer)
    let opened = try ModelRuntime(library: runtime.runtimeLibrary(beside: []))
    let encoder = try ImageEncoder(files.images, configuration.image, with: opened, streams: max(threads, 1))
    let texts = try CompiledModel(files.texts, with: opened, streams: 1)
    let session = try PromptSession(of: texts, configuration.text)
    let width = try encoder.check()
    do throws(EmbeddedModelError) {
      let tokens = (configuration.against ?? []).map { tokenizer.encode($0, limit: configuration.text.maximumTokens) }
      neutral = try session.encode(tokens, paddedTo: 0)
      try Self.check(session, configuration, tokenizer, width: width)
    } catch {
      throw texts.unusable(error.message)
    }
    name = "image-classifier/\(configuration.name)"
    version = "\(name)-\(try files.fingerprint())"
    self.configuration = configuration
    pool = ImagePool(files: runtime, encoder: encoder, threads: threads)
    prompts = PromptEncoder(
      tokenizer: tokenizer, maximumTokens: configuration.text.maximumTokens, pool: InferencePool(sessions: [session]))
  }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    switch kind {
    case .concept, .context, .question, .fuzzy, .sentiment: .embedded
    case .exact: nil
    }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    let texts = features.map { configuration.prompts.text(for: $0.kind) }
    do {
      var vectors = try await prompts.encode(texts.compactMap(\.self))[...]
      let signals = texts.map { text in
        text.flatMap { text in vectors.popFirst().map { PromptedSignals.Signal(prompt: text, vector: $0) } }
      }
      return PromptedSignals(signals: signals, neutral: neutral, configuration: configuration, pool: pool)
    } catch let error as EmbeddedModelError {
      throw error.promptScoringError
    }
  }

  /// Lets the threads end; what is asked of the classifier from now on fails.
  package func stop() {
    prompts.pool.stop()
    pool.stop()
  }

  /// Reads a short prompt and one that is as long as may be.
  ///
  /// - Throws: where the model for texts does not belong to the configuration, or to the one for images.
  private static func check(
    _ session: PromptSession, _ configuration: ImageClassifierConfiguration, _ tokenizer: PromptTokenizer, width: Int
  ) throws(EmbeddedModelError) {
    let limit = configuration.text.maximumTokens
    let prompts = ["a", Array(repeating: "a", count: limit).joined(separator: " ")]
    // The long one last: a length that was fixed when the model was made is told by the short one already.
    for vector in try session.encode(prompts.map { tokenizer.encode($0, limit: limit) }, paddedTo: 0)
    where vector.count != width {
      throw EmbeddedModelError(
        .inferenceFailed, "its vectors have \(vector.count) numbers, those of images have \(width)")
    }
  }
}

extension EmbeddedModelError {
  /// What a policy's author is told where its prompts could not be read.
  fileprivate var promptScoringError: ScoringError {
    switch code {
    case .overloaded: ScoringError(.overloaded, "more signals are waiting for the image classifier than it takes on")
    case .inferenceFailed: ScoringError(.inferenceFailed, "the image classifier failed on these signals")
    case .notInstalled, .unusable, .stopped, .undecodable: imageScoringError
    }
  }
}
