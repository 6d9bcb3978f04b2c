internal import COpenVINO

/// Runs a compiled classifier, one batch of pairs at a time.
///
/// `@unchecked` since it holds C handles: it is made where the model is, then handed to the one thread that uses it.
final class ClassifierSession: ModelSession, @unchecked Sendable {
  private let request: OpaquePointer
  private let separator: Int32
  /// The request must not outlive it.
  private let classifier: CompiledClassifier

  init(request: OpaquePointer, separator: Int32, classifier: CompiledClassifier) {
    self.request = request
    self.separator = separator
    self.classifier = classifier
  }

  deinit {
    covino_request_free(request)
  }

  /// - Returns: for each pair its logits.
  func encode(_ pairs: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [[Float]] {
    let rows = pairs.count
    let size = rows * length
    // Ids, mask and types; the padding is all zeros.
    var tensors = [Int64](repeating: 0, count: 3 * size)
    for (row, pair) in pairs.enumerated() {
      var type: Int64 = 0
      for (column, token) in pair.prefix(length).enumerated() {
        tensors[row * length + column] = Int64(token)
        tensors[size + row * length + column] = 1
        tensors[2 * size + row * length + column] = type
        if token == separator { type = 1 }
      }
    }
    return try tensors.withUnsafeBufferPointer { tensors throws(EmbeddedModelError) in
      var inputs = [
        covino_input("input_ids", tensors, at: 0, rows, length),
        covino_input("attention_mask", tensors, at: size, rows, length),
      ]
      if classifier.takesTypes { inputs.append(covino_input("token_type_ids", tensors, at: 2 * size, rows, length)) }
      let output = try covino_output(of: request, on: inputs)
      guard let values = output.values, output.rank == 2, output.dims.0 == rows, output.dims.1 > 0 else {
        throw EmbeddedModelError(.inferenceFailed, "the first output is not some logits for each pair")
      }
      let width = Int(output.dims.1)
      return (0..<rows).map { Array(UnsafeBufferPointer(start: values + $0 * width, count: width)) }
    }
  }
}
