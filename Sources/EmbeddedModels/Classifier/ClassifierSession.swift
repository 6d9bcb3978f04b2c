internal import COpenVINO

/// Runs a classifier of pairs, one batch of them at a time.
final class ClassifierSession: ModelSession, Sendable {
  private let request: ModelRequest
  private let separator: Int32
  /// Models whose pairs need no telling apart have no input for it.
  private let takesTypes: Bool

  /// - Parameter separator: the token that ends each text of a pair, and is nowhere else.
  /// - Throws: where the model has other inputs than such a classifier's.
  init(of model: CompiledModel, separator: Int32) throws(EmbeddedModelError) {
    for name in ["input_ids", "attention_mask"] where !model.hasInput(name) {
      throw model.unusable("it has no input `\(name)`")
    }
    takesTypes = model.hasInput("token_type_ids")
    guard try model.inputCount() == (takesTypes ? 3 : 2) else {
      throw model.unusable("it has inputs besides `input_ids`, `attention_mask` and `token_type_ids`")
    }
    request = try model.makeRequest()
    self.separator = separator
  }

  /// - Returns: for each pair its logits.
  func encode(_ pairs: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [[Float]] {
    let tensors = TokenTensors(pairs, paddedTo: length, separator: separator)
    return try tensors.withInputs(types: takesTypes) { inputs throws(EmbeddedModelError) in
      let output = try request.run(inputs)
      guard let values = output.values, output.rank == 2, output.dims.0 == pairs.count, output.dims.1 > 0 else {
        throw EmbeddedModelError(.inferenceFailed, "the first output is not some logits for each pair")
      }
      let width = Int(output.dims.1)
      return pairs.indices.map { Array(UnsafeBufferPointer(start: values + $0 * width, count: width)) }
    }
  }
}
