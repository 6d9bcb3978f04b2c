/// How much of each stored pixel goes into each pixel of a scaled row or column: a triangle as wide as two pixels of the
/// result or two of the source, whichever are larger ("bilinear over what each pixel covers").
struct ScalingWeights {
  /// Weights are given in parts of 2 to the power of this; those of one pixel sum up to all of it.
  static let bits: Int32 = 14

  /// The first source pixel of each pixel of the result that is wanted.
  let starts: [Int]
  /// As many for each pixel of the result; those past a triangle's end are 0.
  let weights: [Int16]
  let taps: Int

  /// - Parameters:
  ///   - source: pixels there are, at least 1.
  ///   - result: pixels there are to be, at least 1.
  ///   - window: those of them that are wanted, within the result; nil: all.
  init(from source: Int, to result: Int, only window: Range<Int>? = nil) {
    let window = window ?? 0..<result
    let step = Double(source) / Double(result)
    let radius = max(step, 1)
    let taps = min(2 * Int(radius.rounded(.up)) + 1, source)
    var starts: [Int] = []
    var weights: [Int16] = []
    starts.reserveCapacity(window.count)
    weights.reserveCapacity(window.count * taps)
    for pixel in window {
      let centre = (Double(pixel) + 0.5) * step
      let first = max(Int(centre - radius + 0.5), 0)
      // INVARIANT: a triangle is at most `taps` wide, so the last one begins early enough for all to be inside.
      let start = min(first, source - taps)
      let heights = (start..<start + taps).map { max(0, 1 - abs((Double($0) + 0.5 - centre) / radius)) }
      let total = heights.reduce(0, +)
      starts.append(start)
      // Sums are rounded, not weights, so that nothing is lost.
      var (sum, given) = (0.0, 0)
      for height in heights {
        sum += height / total
        let due = Int((sum * Double(1 << Self.bits)).rounded())
        weights.append(Int16(due - given))
        given = due
      }
    }
    self.starts = starts
    self.weights = weights
    self.taps = taps
  }
}
