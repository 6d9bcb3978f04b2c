/// What the encoder makes of a sequence: a vector for each token.
struct TokenVectors: Sendable, Equatable {
  let count: Int
  let width: Int
  /// Vector after vector.
  let values: [Float]

  /// - Parameter values: of a sequence of `count` tokens, at least one.
  init(count: Int, values: [Float]) {
    self.count = count
    self.values = values
    width = values.count / count
  }

  /// The one vector that stands for them all.
  func mean() -> [Float] {
    var sum = [Float](repeating: 0, count: width)
    for token in 0..<count {
      for dimension in 0..<width { sum[dimension] += values[token * width + dimension] }
    }
    return sum.map { $0 / Float(count) }
  }
}
