package import PolicyEvaluation

/// The scorers of a process, in each list in the order in which they are to be preferred.
package struct Scorers: Sendable {
  /// What texts are put to, and the writing on images.
  package var texts: [any SignalScorer]
  /// What looks at images.
  package var sight: [any SignalScorer]
  /// What reads the writing on images.
  package var reader: any ImageReader

  /// - Parameters:
  ///   - sight, reader: by default stand for what is not there, so that nothing is said of an image that nobody looked
  ///     at.
  package init(
    texts: [any SignalScorer], sight: [any SignalScorer] = [UnavailableScorer.sight],
    reader: any ImageReader = UnavailableReader()
  ) {
    self.texts = texts
    self.sight = sight
    self.reader = reader
  }

  /// How texts are scored under a policy version.
  ///
  /// - Throws: `CancellationError`.
  package func textPlan(
    for policy: CompiledPolicy, _ scope: PolicyScope, cache: ScoreCache?
  ) async throws -> ScoringPlan {
    try await ScoringPlan.prepare(policy: policy, scorers: texts.scoped(to: scope), cache: cache)
  }

  /// How images are: by what is written on them, as texts are, and by what there is to see.
  ///
  /// - Throws: `CancellationError`.
  package func imagePlan(
    for policy: CompiledPolicy, _ scope: PolicyScope, cache: ScoreCache?
  ) async throws -> ScoringPlan {
    let writing = texts.scoped(to: scope).map { WritingScorer($0, reader: reader) }
    return try await ScoringPlan.prepare(
      policy: policy, scorers: writing, sight: sight.scoped(to: scope), cache: cache)
  }
}

extension UnavailableScorer {
  package static let sight = UnavailableScorer(
    message: """
      nothing here looks at images: install the embedded models, configure a remote model that sees \
      (--remote-vision), or give a pair of models of your own (--image-classifier)
      """)
}
