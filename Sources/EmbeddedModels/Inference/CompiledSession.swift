internal import COpenVINO

/// Runs the compiled models, one batch at a time.
///
/// `@unchecked` since it holds C handles: it is made where the models are, then handed to the one thread that uses it.
final class CompiledSession: ModelSession, @unchecked Sendable {
  private let encoding: OpaquePointer
  private let scoring: OpaquePointer
  /// The requests must not outlive them.
  private let models: CompiledModels

  init(encoding: OpaquePointer, scoring: OpaquePointer, models: CompiledModels) {
    self.encoding = encoding
    self.scoring = scoring
    self.models = models
  }

  deinit {
    covino_request_free(encoding)
    covino_request_free(scoring)
  }

  func encode(_ sequences: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [[Float]] {
    let rows = sequences.count
    let size = rows * length
    // Ids, mask and types. The padding token is 0, and so are the mask's "not there" and the only type of token.
    var tensors = [Int64](repeating: 0, count: 3 * size)
    for (row, sequence) in sequences.enumerated() {
      for (column, token) in sequence.prefix(length).enumerated() {
        tensors[row * length + column] = Int64(token)
        tensors[size + row * length + column] = 1
      }
    }
    return try tensors.withUnsafeBufferPointer { tensors throws(EmbeddedModelError) in
      let output = try covino_output(
        of: encoding,
        on: [
          covino_input("input_ids", tensors, at: 0, rows, length),
          covino_input("attention_mask", tensors, at: size, rows, length),
          covino_input("token_type_ids", tensors, at: 2 * size, rows, length),
        ])
      guard let values = output.values, output.rank == 3, output.dims.0 == rows, output.dims.1 == length,
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
          let output = try covino_output(
            of: scoring,
            on: [
              covino_input("tokens", tokens, at: first * windows.width, rows, windows.length, windows.width),
              covino_input("mask", mask, at: first, rows, windows.length),
              covino_input(
                "signals", vectors, at: part.signals.lowerBound * signals.width, columns, signals.width),
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
