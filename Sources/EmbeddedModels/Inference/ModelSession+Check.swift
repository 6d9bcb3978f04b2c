extension ModelSession {
  /// Runs the models once, on next to nothing.
  ///
  /// - Parameter dimension: how many numbers a token's vector should have.
  /// - Throws: where the models do not belong together, or not to the recipe.
  func check(dimension: Int) throws(EmbeddedModelError) {
    do throws(EmbeddedModelError) {
      let vectors = TokenVectors(count: 2, values: try encode([[0, 0]], paddedTo: 8)[0])
      guard vectors.width == dimension else {
        throw EmbeddedModelError(.inferenceFailed, "a token has \(vectors.width) numbers instead of \(dimension)")
      }
      let signals = SignalMatrix([vectors.mean()])
      let windows = WindowVectors([vectors])
      for part in ScoringPart.all(windows: windows, signals: signals) {
        _ = try score(part, of: windows, against: signals)
      }
    } catch {
      throw EmbeddedModelError(.unusable, "the embedded models cannot be used: \(error.message)")
    }
  }
}
