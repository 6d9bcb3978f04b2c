internal import COpenVINO

extension covino_output {
  /// The numbers of an output of some shape; good until the next run.
  ///
  /// - Parameter shape: nil stands for any number.
  /// - Throws: where the shape is another, or a number is none.
  func numbers(_ shape: [Int?]) throws(EmbeddedModelError) -> UnsafeBufferPointer<Float> {
    let dims = [self.dims.0, self.dims.1, self.dims.2, self.dims.3].prefix(Int(rank)).map(Int.init)
    guard let start = values, dims.count == shape.count, zip(dims, shape).allSatisfy({ $1 == nil || $0 == $1 }) else {
      throw EmbeddedModelError(.inferenceFailed, "the model's output has another shape than expected")
    }
    let values = UnsafeBufferPointer(start: start, count: dims.reduce(1, *))
    guard values.allSatisfy(\.isFinite) else {
      throw EmbeddedModelError(.inferenceFailed, "the model's output is no number")
    }
    return values
  }
}
