internal import Foundation
package import PolicyEvaluation
package import SignalScoring

/// Scores what asks for meaning with a classifier of the user's own: a model that reads a text and a hypothesis about
/// it together, and says whether the one follows from the other.
///
/// Each signal is a hypothesis, and each pair of a text's window and a hypothesis one run of the model: unlike with the
/// embedded scorer, fifty signals cost fifty times what one does.
package struct PairClassifier: SignalScorer {
  package let version: String
  package let name: String
  /// The model's: also what a text's tokens are counted by.
  package let tokenizer: WordPieceTokenizer

  private let configuration: ClassifierConfiguration
  private let pool: InferencePool

  /// Enough pairs at once to keep a thread busy, and not so many that others wait long.
  private static let limits = MicroBatcher.Limits(batchTokens: 512)

  /// Loads the model.
  ///
  /// - Parameters:
  ///   - runtime: where the runtime is.
  ///   - threads: how many batches are computed at once; nil: as many as there are processor cores.
  package init(
    files: ClassifierFiles, runtime: ModelFiles = .default, threads: Int? = nil
  ) throws(EmbeddedModelError) {
    try files.check()
    let configuration = try ClassifierConfiguration.load(files.configuration)
    let tokenizer = try WordPieceTokenizer(file: files.tokenizer)
    let count = max(threads ?? ProcessInfo.processInfo.activeProcessorCount, 1)
    let model = try CompiledModel(
      files.model, with: ModelRuntime(library: runtime.runtimeLibrary(beside: [])), streams: count)
    var sessions: [ClassifierSession] = []
    for _ in 0..<count { sessions.append(try ClassifierSession(of: model, separator: tokenizer.end)) }
    do throws(EmbeddedModelError) {
      try Self.check(sessions[0], configuration, tokenizer)
    } catch {
      throw model.unusable(error.message)
    }
    name = "classifier/\(configuration.name)"
    version = "\(name)-\(try files.fingerprint())"
    self.tokenizer = tokenizer
    self.configuration = configuration
    pool = InferencePool(sessions: sessions, limits: Self.limits)
  }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    switch kind {
    case .concept, .context, .question, .fuzzy, .sentiment: .embedded
    case .exact: nil
    }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    PairSignals(
      hypotheses: features.map { feature in
        configuration.hypotheses.text(for: feature.kind).map {
          Array(tokenizer.tokenize($0).pieces.prefix(configuration.maximumHypothesis))
        }
      },
      configuration: configuration, tokenizer: tokenizer, pool: pool)
  }

  /// Lets the pool's threads end; what is asked of the classifier from now on fails.
  package func stop() { pool.stop() }

  /// Runs the model on a short pair and a long one.
  ///
  /// - Throws: where it does not belong to the configuration.
  private static func check(
    _ session: ClassifierSession, _ configuration: ClassifierConfiguration, _ tokenizer: WordPieceTokenizer
  ) throws(EmbeddedModelError) {
    let words = Array(repeating: tokenizer.unknown, count: configuration.maximumPremise)
    let hypothesis = Array(words.prefix(configuration.maximumHypothesis))
    // The long one last: a length that was fixed when the model was made is told by the short ones already.
    let batches = [
      [words.prefix(2), words.prefix(1)].map { tokenizer.encode($0, with: [tokenizer.unknown]) },
      [tokenizer.encode(words[...], with: hypothesis)],
    ]
    for batch in batches {
      let length = MicroBatcher.paddedLength(batch.map(\.count).reduce(0, max))
      for output in try session.encode(batch, paddedTo: length) where configuration.logit(of: output) == nil {
        throw EmbeddedModelError(
          .inferenceFailed,
          "of its \(output.count) logits some that the configuration names are missing or no numbers")
      }
    }
  }
}
