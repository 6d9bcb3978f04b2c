package import PolicyEvaluation
package import SignalScoring

/// Scores what asks for meaning (concepts, relations, questions, tones, and the meaning of fuzzy phrases) with a text
/// model in this process.
///
/// A content is encoded once, to a vector for each of its tokens; a policy's phrases once, to a vector each. A small
/// model then has all the phrases look at the content's tokens at once, so that fifty signals cost little more than
/// one. How its answers become probabilities is `ScoringRecipe`'s.
package struct EmbeddedTextScorer: SignalScorer {
  package let version: String
  /// The encoder's: also what a text's tokens are counted by.
  package let tokenizer: WordPieceTokenizer

  let contents: ContentEncoder
  let pool: InferencePool

  let phrases: PhraseEncoder
  private let recipe: ScoringRecipe

  /// Loads the models: some hundred milliseconds, and about 250 MB that stay.
  ///
  /// - Parameter threads: how many texts are computed at once; nil: as many as there are processor cores.
  package init(files: ModelFiles = .default, threads: Int? = nil) throws(EmbeddedModelError) {
    // First of all, so that one message names all that is missing.
    _ = try files.runtimeLibrary()
    let tokenizer = try WordPieceTokenizer(file: files.tokenizer)
    let recipe = try ScoringRecipe.load(files.recipe)
    let pool = try InferencePool(files: files, dimension: recipe.dimension, threads: threads)
    version = "gavel-text/\(recipe.version)-\(try files.fingerprint())"
    self.tokenizer = tokenizer
    self.recipe = recipe
    self.pool = pool
    phrases = PhraseEncoder(tokenizer: tokenizer, pool: pool, maximumTokens: recipe.maximumTokens)
    contents = ContentEncoder(tokenizer: tokenizer, pool: pool, recipe: recipe)
  }

  /// How many numbers the encoder's vectors have.
  var dimension: Int { recipe.dimension }

  package func cost(of kind: Feature.Kind) -> ScoringCost? {
    switch kind {
    case .concept, .context, .question, .fuzzy, .sentiment: .embedded
    case .exact: nil
    }
  }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    do {
      let shapes = features.map { SignalShape($0.kind, recipe) }
      // One row for each phrase, however many features share it.
      let texts = Set(shapes.compactMap(\.self).flatMap(\.phrases)).sorted()
      let rows = Dictionary(uniqueKeysWithValues: zip(texts, texts.indices))
      return EmbeddedSignals(
        // INVARIANT: every phrase of a shape is among the texts.
        signals: shapes.map { $0?.map { rows[$0] ?? 0 } },
        matrix: SignalMatrix(try await phrases.encode(texts)), recipe: recipe, contents: contents, pool: pool)
    } catch let error as EmbeddedModelError {
      throw error.scoringError
    }
  }

  /// What the encoder is given of a text, so that its time can be measured without all else.
  package func sequences(of text: String) -> [[Int32]] { contents.sequences(of: text) }

  /// Lets the pool's threads end; what is asked of the scorer from now on fails.
  package func stop() { pool.stop() }
}
