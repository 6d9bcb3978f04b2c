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
      let output = try run(
        encoding,
        [
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
          let output = try run(
            scoring,
            [
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

  private func run(
    _ request: OpaquePointer, _ inputs: [covino_input]
  ) throws(EmbeddedModelError) -> covino_output {
    var output = covino_output()
    guard covino_request_run(request, inputs, inputs.count, &output) else {
      throw EmbeddedModelError(.inferenceFailed, CompiledModels.lastError)
    }
    return output
  }

  private static let misshapen = EmbeddedModelError(
    .inferenceFailed, "the model's output has another shape than its input")
}

extension covino_input {
  /// What lies in an array from an offset on; the array's memory must outlive it.
  fileprivate init<Element: InputElement>(
    _ name: StaticString, _ values: UnsafeBufferPointer<Element>, at offset: Int, _ dims: Int...
  ) {
    let size = dims.reduce(1, *)
    precondition(dims.count <= COVINO_MAXIMUM_RANK && offset >= 0 && offset + size <= values.count)
    func dim(_ axis: Int) -> Int64 { axis < dims.count ? Int64(dims[axis]) : 1 }
    self.init(
      name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), type: Element.inputType,
      rank: Int32(dims.count), dims: (dim(0), dim(1), dim(2)),
      values: UnsafeRawPointer(UnsafeBufferPointer(rebasing: values[offset..<offset + size]).baseAddress!))
  }
}

/// A number that the runtime takes as it lies.
private protocol InputElement {
  static var inputType: covino_type { get }
}

extension Float: InputElement {
  fileprivate static var inputType: covino_type { COVINO_FLOAT }
}

extension Int64: InputElement {
  fileprivate static var inputType: covino_type { COVINO_INT64 }
}
