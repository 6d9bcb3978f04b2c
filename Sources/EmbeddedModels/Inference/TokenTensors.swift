internal import COpenVINO

/// Sequences of tokens as text models take them: ids, mask and types, each [sequences, length], in one block.
struct TokenTensors {
  private let rows: Int
  private let length: Int
  private let values: [Int64]

  /// - Parameters:
  ///   - length: what the sequences are padded to; none is longer.
  ///   - separator: the token after which a sequence's types are 1; nil: all are 0.
  init(_ sequences: [[Int32]], paddedTo length: Int, separator: Int32? = nil) {
    rows = sequences.count
    self.length = length
    let size = rows * length
    // The padding token is 0, and so are the mask's "not there" and the first type.
    var values = [Int64](repeating: 0, count: 3 * size)
    for (row, sequence) in sequences.enumerated() {
      var type: Int64 = 0
      for (column, token) in sequence.prefix(length).enumerated() {
        let place = row * length + column
        values[place] = Int64(token)
        values[size + place] = 1
        values[2 * size + place] = type
        if token == separator { type = 1 }
      }
    }
    self.values = values
  }

  /// - Parameter types: whether the model has an input for them.
  func withInputs<Result>(
    types: Bool = true, _ body: ([covino_input]) throws(EmbeddedModelError) -> Result
  ) throws(EmbeddedModelError) -> Result {
    let size = rows * length
    return try values.withUnsafeBufferPointer { values throws(EmbeddedModelError) in
      var inputs = [
        covino_input("input_ids", values, at: 0, rows, length),
        covino_input("attention_mask", values, at: size, rows, length),
      ]
      if types { inputs.append(covino_input("token_type_ids", values, at: 2 * size, rows, length)) }
      return try body(inputs)
    }
  }
}
