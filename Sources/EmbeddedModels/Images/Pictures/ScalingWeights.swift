/// How much of each stored pixel goes into each pixel of a scaled row or column: a triangle as wide as two pixels of the
/// result, or of the source where that is the smaller one ("bilinear over what each pixel covers").
struct ScalingWeights {
  /// The fixed point that weights are given in: those of one pixel sum up to this, save for rounding.
  static let bits: Int32 = 14

  /// The first source pixel of each pixel of the result.
  let starts: [Int]
  /// As many for each pixel of the result; those past a triangle's end are 0.
  let weights: [Int16]
  let taps: Int

  /// - Parameters:
  ///   - source: pixels there are, at least 1.
  ///   - result: pixels there are to be, at least 1.
  init(from source: Int, to result: Int) {
    let step = Double(source) / Double(result)
    let radius = max(step, 1)
    let taps = min(2 * Int(radius.rounded(.up)) + 1, source)
    var starts: [Int] = []
    var weights: [Int16] = []
    starts.reserveCapacity(result)
    weights.reserveCapacity(result * taps)
    for pixel in 0..<result {
      let centre = (Double(pixel) + 0.5) * step
      let first = max(Int(centre - radius + 0.5), 0)
      // INVARIANT: a triangle is at most `taps` wide, so the last one begins early enough for all to be inside.
      let start = min(first, source - taps)
      let heights = (start..<start + taps).map { max(0, 1 - abs((Double($0) + 0.5 - centre) / radius)) }
      let total = heights.reduce(0, +)
      starts.append(start)
      for height in heights { weights.append(Int16((height / total * Double(1 << Self.bits)).rounded())) }
    }
    self.starts = starts
    self.weights = weights
    self.taps = taps
  }
}
