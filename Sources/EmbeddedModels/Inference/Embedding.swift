/// What a text means to the encoder: a point in its space.
package struct Embedding: Sendable, Equatable {
  package private(set) var values: [Float]

  package init(_ values: [Float]) {
    self.values = values
  }

  package func dot(_ other: Embedding) -> Float {
    // Eight sums that do not wait for each other; the order is fixed, so the result is the same every time.
    var sums = SIMD8<Float>(repeating: 0)
    var rest: Float = 0
    values.withUnsafeBufferPointer { mine in
      other.values.withUnsafeBufferPointer { theirs in
        let count = min(mine.count, theirs.count)
        var index = 0
        while index + 8 <= count {
          for lane in 0..<8 { sums[lane] += mine[index + lane] * theirs[index + lane] }
          index += 8
        }
        while index < count {
          rest += mine[index] * theirs[index]
          index += 1
        }
      }
    }
    return sums.sum() + rest
  }

  var length: Float { dot(self).squareRoot() }

  /// Adds a multiple of another.
  mutating func add(_ other: Embedding, times factor: Float = 1) {
    for index in values.indices.prefix(other.values.count) { values[index] += factor * other.values[index] }
  }

  /// Of length 1; as it is where it has none.
  func normalized() -> Embedding {
    let length = length
    return length > 0 ? Embedding(values.map { $0 / length }) : self
  }
}
