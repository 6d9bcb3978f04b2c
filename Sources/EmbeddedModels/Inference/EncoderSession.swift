internal import COpenVINO

/// Runs the encoder, one batch at a time.
///
/// `@unchecked` since it holds a C handle: it is made where the encoder is, then handed to the one thread that uses it.
final class EncoderSession: BatchEncoder, @unchecked Sendable {
  private let request: OpaquePointer
  /// The request must not outlive it.
  private let encoder: TextEncoder

  init(request: OpaquePointer, encoder: TextEncoder) {
    self.request = request
    self.encoder = encoder
  }

  deinit {
    covino_request_free(request)
  }

  func encode(_ sequences: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [Embedding] {
    // The padding token is 0, and so is the mask's "not there".
    var ids = [Int64](repeating: 0, count: sequences.count * length)
    var mask = ids
    for (row, sequence) in sequences.enumerated() {
      for (column, token) in sequence.prefix(length).enumerated() {
        ids[row * length + column] = Int64(token)
        mask[row * length + column] = 1
      }
    }
    var output = covino_output()
    guard covino_request_run(request, ids, mask, Int64(sequences.count), Int64(length), &output) else {
      throw EmbeddedModelError(.inferenceFailed, TextEncoder.lastError)
    }
    guard let values = output.values, output.rows == sequences.count, output.columns == length, output.width > 0 else {
      throw EmbeddedModelError(.inferenceFailed, "the model's output has another shape than its input")
    }
    let width = Int(output.width)
    let hidden = UnsafeBufferPointer(start: values, count: sequences.count * length * width)
    return sequences.enumerated().map { row, sequence in
      let start = row * length * width
      return Self.mean(UnsafeBufferPointer(rebasing: hidden[start..<start + sequence.count * width]), width: width)
    }
  }

  /// The mean of a sequence's token vectors, of length 1.
  private static func mean(_ tokens: UnsafeBufferPointer<Float>, width: Int) -> Embedding {
    let sum = [Float](unsafeUninitializedCapacity: width) { sum, count in
      sum.initialize(repeating: 0)
      var start = 0
      while start < tokens.count {
        for dimension in 0..<width { sum[dimension] += tokens[start + dimension] }
        start += width
      }
      count = width
    }
    // The sum points where the mean does.
    return Embedding(sum).normalized()
  }
}
