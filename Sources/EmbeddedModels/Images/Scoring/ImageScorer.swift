internal import Foundation
package import PolicyEvaluation
package import SignalScoring
internal import Synchronization

/// Scores what is to be seen on an image with models in the process: things that a classifier and a detector know by
/// name, and nudity.
///
/// A signal is taken for such a thing where the text encoder finds its words near the thing's name (`things.json`); a
/// signal that is about anything else fails, with a message that says what would judge it.
package struct ImageScorer: SignalScorer {
  /// Gives the encoder of what a signal asks after.
  package typealias TextScorer = @Sendable () throws(EmbeddedModelError) -> EmbeddedTextScorer

  private let source: KnowledgeSource
  private let pool: ImagePool

  /// Loads nothing yet: that is done when a policy version meets its first image.
  ///
  /// - Parameters:
  ///   - pool: that looks at images, with the same files.
  ///   - texts: is asked once.
  package init(files: ModelFiles = .default, pool: ImagePool, texts: @escaping TextScorer) {
    source = KnowledgeSource(files: files, texts: texts)
    self.pool = pool
  }

  /// Loads what is not loaded.
  package var version: String {
    let fingerprint = try? source.loaded.get().knowledge.fingerprint
    return "gavel-image/1-\(fingerprint ?? "unusable")"
  }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    switch kind {
    case .concept, .context, .question, .fuzzy, .sentiment: .embedded
    case .exact: nil
    }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    do {
      let (knowledge, phrases) = try source.loaded.get()
      let media = Set(knowledge.rule.phrase.media)
      let shapes = features.map { ImageSignalShape($0.kind, media: media) }
      var things = try await knowledge.resolve(shapes.flatMap(\.words), phrases.encode)[...]
      let signals = zip(features, shapes).map { feature, shape in
        // INVARIANT: there is a thing, or none, for each of the words.
        let found = (0..<shape.words.count).compactMap { _ in things.popFirst() }
        let known = found.compactMap(\.self)
        return known.count == found.count && !known.isEmpty
          ? ImageSignals.Signal.success(known) : .failure(.unnamed(feature, shape))
      }
      return ImageSignals(signals: signals, knowledge: knowledge, pool: pool)
    } catch let error as EmbeddedModelError {
      throw error.imageScoringError
    }
  }
}

/// What a scorer knows, loaded when it is first asked for.
private final class KnowledgeSource: Sendable {
  typealias Loaded = Result<(knowledge: ThingKnowledge, phrases: PhraseEncoder), EmbeddedModelError>

  private let files: ModelFiles
  private let texts: ImageScorer.TextScorer
  private let kept = Mutex<Loaded?>(nil)

  init(files: ModelFiles, texts: @escaping ImageScorer.TextScorer) {
    self.files = files
    self.texts = texts
  }

  var loaded: Loaded {
    kept.withLock { kept in
      if let kept { return kept }
      let made = Loaded { () throws(EmbeddedModelError) in
        try files.checkImages()
        let scorer = try texts()
        return (try ThingKnowledge(files: files, width: scorer.dimension), scorer.phrases)
      }
      kept = made
      return made
    }
  }
}

extension ScoringError {
  fileprivate static func unnamed(_ feature: Feature, _ shape: ImageSignalShape) -> ScoringError {
    let limit =
      switch (feature.kind, shape) {
      case (.sentiment, _): "see no tone"
      case (.context, .unreadable): "see whether two things are there ([WITH]), not how they stand to each other"
      case (.question, .unreadable): "see whether a thing is there, and answer no other question"
      default: "see only things that they know by name (docs/images.md)"
      }
    return ScoringError(
      .unsupported,
      """
      nothing here can tell `\(feature.expression)` on an image: the embedded models \(limit); \
      a remote model that sees would (--remote-vision), or a pair of models of your own (--image-classifier)
      """)
  }
}
