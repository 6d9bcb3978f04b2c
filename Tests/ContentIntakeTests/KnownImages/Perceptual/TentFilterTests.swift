import Testing

@testable import ContentIntake

@Suite struct TentFilterTests {
  /// The weights of a sample are those of a box laid on twice, computed the long way, on lines of any length.
  @Test(arguments: [1, 5, 63, 64, 65, 127, 128, 129, 160, 333, 640, 1_000, 4_097])
  func boxesLaidOnTwice(length: Int) {
    let filter = TentFilter(length: length)
    let line = (0..<length).map { Double($0 * $0 % 251) }
    let size = (length + 127) / 128
    func boxed(_ line: [Double]) -> [Double] {
      line.indices.map { place in
        let window = line[max(0, place - (size - 1) / 2)..<min(length, place + size / 2 + 1)]
        return window.reduce(0, +) / Double(window.count)
      }
    }
    let expected = boxed(boxed(line))
    #expect(filter.starts.count == 64)
    for sample in 0..<64 {
      let weights = filter.weights[sample]
      let found = zip(weights, line[filter.starts[sample]...]).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(found - expected[(2 * sample + 1) * length / 128]) < 1e-9)
      #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
      #expect(filter.starts[sample] + weights.count <= length)
    }
  }
}
