/// How a line of pixels becomes 64 samples: each is a weighted mean of the pixels around its place.
///
/// PDQ blurs a picture with a box twice along each axis, which makes a tent (Jarosz, "Fast Image Convolutions", 2001),
/// and then keeps a sample in the middle of each 64th. Both are linear and the axes do not mix, so the weights of the
/// kept samples can be found first, once for each axis, and nothing else be computed: the pixels are read once or so,
/// and no blurred picture is held.
struct TentFilter: Sendable {
  static let samples = 64

  /// For each sample the first pixel that counts in it.
  let starts: [Int]
  /// For each sample the weights of the pixels from there on; they add up to 1.
  let weights: [[Double]]

  /// - Parameter length: of the line, in pixels; above 0.
  init(length: Int) {
    let window = Window(length: length)
    var starts: [Int] = []
    var weights: [[Double]] = []
    for sample in 0..<Self.samples {
      // In whole numbers: the middle of the sample's 64th, rounded down.
      let place = Int((2 * Int64(sample) + 1) * Int64(length) / Int64(2 * Self.samples))
      let outer = window.around(place)
      let first = window.around(outer.lowerBound).lowerBound
      let end = window.around(outer.upperBound - 1).upperBound
      // Each pixel of the outer box is itself the mean of a box: its steps up and down are noted, then added up.
      var steps = [Double](repeating: 0, count: end - first + 1)
      for pixel in outer {
        let inner = window.around(pixel)
        let weight = 1 / Double(outer.count * inner.count)
        steps[inner.lowerBound - first] += weight
        steps[inner.upperBound - first] -= weight
      }
      var weight = 0.0
      starts.append(first)
      weights.append(
        steps.dropLast().map { step in
          weight += step
          return weight
        })
    }
    self.starts = starts
    self.weights = weights
  }

  /// The box: half of a 64th of the line, since it is laid on twice, cut off at the line's ends.
  private struct Window {
    var length: Int
    var before: Int
    var after: Int

    init(length: Int) {
      self.length = length
      let size = (length + 2 * TentFilter.samples - 1) / (2 * TentFilter.samples)
      after = size / 2
      before = size - 1 - after
    }

    func around(_ pixel: Int) -> Range<Int> { max(0, pixel - before)..<min(length, pixel + after + 1) }
  }
}
