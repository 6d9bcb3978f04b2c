/// Something that runs the models and blocks while it does: owned by one thread.
protocol ModelSession {
  /// - Parameters:
  ///   - sequences: tokens, special ones included; none empty.
  ///   - length: what they are padded to; none is longer.
  /// - Returns: for each its tokens' vectors, one after the other; none for the padding.
  func encode(_ sequences: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [[Float]]

  /// - Returns: a logit for each of the part's windows and, within it, each of the part's signals.
  func score(
    _ part: ScoringPart, of windows: WindowVectors, against signals: SignalMatrix
  ) throws(EmbeddedModelError) -> [Float]
}

extension ModelSession {
  /// A model of one part is never asked.
  func score(
    _ part: ScoringPart, of windows: WindowVectors, against signals: SignalMatrix
  ) throws(EmbeddedModelError) -> [Float] {
    throw EmbeddedModelError(.inferenceFailed, "the model has no scorer")
  }
}
