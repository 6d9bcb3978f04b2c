internal import COpenVINO

/// Runs the encoder and the scorer, one batch at a time.
final class CompiledSession: ModelSession, Sendable {
  private let encoder: ModelRequest
  private let scorer: ModelRequest

  init(encoder: CompiledModel, scorer: CompiledModel) throws(EmbeddedModelError) {
    self.encoder = try encoder.makeRequest()
    self.scorer = try scorer.makeRequest()
  }

  func encode(_ sequences: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [[Float]] {
    try TokenTensors(sequences, paddedTo: length).withInputs { inputs throws(EmbeddedModelError) in
      let output = try encoder.run(inputs)
      guard let values = output.values, output.rank == 3, output.dims.0 == sequences.count, output.dims.1 == length,
        output.dims.2 > 0
      else { throw Self.misshapen }
      let width = Int(output.dims.2)
      return sequences.enumerated().map { row, sequence in
        Array(UnsafeBufferPointer(start: values + row * length * width, count: sequence.count * width))
      }
    }
  }

  func score(
    _ part: ScoringPart, of windows: WindowVectors, against signals: SignalMatrix
  ) throws(EmbeddedModelError) -> [Float] {
    let (rows, columns) = (part.windows.count, part.signals.count)
    let first = part.windows.lowerBound * windows.length
    return try windows.values.withUnsafeBufferPointer { tokens throws(EmbeddedModelError) in
      try windows.mask.withUnsafeBufferPointer { mask throws(EmbeddedModelError) in
        try signals.values.withUnsafeBufferPointer { vectors throws(EmbeddedModelError) in
          let output = try scorer.run([
            covino_input("tokens", tokens, at: first * windows.width, rows, windows.length, windows.width),
            covino_input("mask", mask, at: first, rows, windows.length),
            covino_input("signals", vectors, at: part.signals.lowerBound * signals.width, columns, signals.width),
          ])
          guard let values = output.values, output.rank == 2, output.dims.0 == rows, output.dims.1 == columns
          else { throw Self.misshapen }
          return Array(UnsafeBufferPointer(start: values, count: rows * columns))
        }
      }
    }
  }

  private static let misshapen = EmbeddedModelError(
    .inferenceFailed, "the model's output has another shape than its input")
}
