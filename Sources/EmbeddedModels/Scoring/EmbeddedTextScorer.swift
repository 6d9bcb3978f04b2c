package import PolicyEvaluation
package import SignalScoring

/// Scores what asks for meaning (concepts, relations, questions, tones, and the meaning of fuzzy phrases) with a text
/// encoder in this process.
///
/// A content is encoded once, a policy's phrases once; a score is then a few products of vectors, so that fifty signals
/// cost little more than one. How a product becomes a probability is `ScoringRecipe`'s.
package struct EmbeddedTextScorer: SignalScorer {
  package let version: String
  /// The encoder's: also what a text's tokens are counted by.
  package let tokenizer: WordPieceTokenizer

  let contents: ContentEncoder

  private let pool: InferencePool
  private let phrases: PhraseEncoder
  private let recipe: ScoringRecipe

  /// Loads the models: some hundred milliseconds, and about 200 MB that stay.
  ///
  /// - Parameter threads: how many texts are encoded at once; nil: as many as there are processor cores.
  package init(files: ModelFiles = .default, threads: Int? = nil) throws(EmbeddedModelError) {
    // First of all, so that one message names all that is missing.
    _ = try files.runtimeLibrary()
    let tokenizer = try WordPieceTokenizer(file: files.tokenizer)
    let recipe = try RecipeFile.load(files)
    let prior = try ProfanityPrior(file: files.profaneWords)
    let pool = try InferencePool(files: files, threads: threads)
    version = "minilm-l6-v2/\(recipe.version)-\(try files.fingerprint())"
    self.tokenizer = tokenizer
    self.recipe = recipe
    self.pool = pool
    phrases = PhraseEncoder(tokenizer: tokenizer, pool: pool)
    contents = ContentEncoder(tokenizer: tokenizer, prior: prior, pool: pool, windowWords: recipe.windowWords)
  }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    switch kind {
    case .concept, .context, .question, .fuzzy, .sentiment: .embedded
    case .exact: nil
    }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    do {
      let shapes = features.map { SignalShape($0.kind, recipe) }
      let encoded = try await phrases.encode(Set(shapes.compactMap(\.self).flatMap(\.texts)))
      let signals = try shapes.map { shape in
        try shape?.map { phrase throws(EmbeddedModelError) in try phrase.prepared(encoded, heads: recipe.heads) }
      }
      return EmbeddedSignals(signals: signals, contents: contents)
    } catch let error as EmbeddedModelError {
      throw error.scoringError
    }
  }

  /// Lets the pool's threads end; what is asked of the scorer from now on fails.
  package func stop() { pool.stop() }
}
