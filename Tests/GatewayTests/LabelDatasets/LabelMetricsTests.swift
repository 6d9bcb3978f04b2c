internal import Foundation
internal import Gateway
internal import Storage
internal import TestSupport
internal import Testing

struct LabelMetricsTests {
  static func tally(_ counts: [Int]) -> LabelEvaluationTally {
    var tally = LabelEvaluationTally()
    (tally.truePositives, tally.falsePositives) = (counts[0], counts[1])
    (tally.falseNegatives, tally.trueNegatives) = (counts[2], counts[3])
    return tally
  }

  /// The figures by their formulas, and 0 where a denominator is.
  @Test(
    arguments: [
      ([0, 0, 0, 0], [0, 0, 0, 0]),
      ([0, 0, 0, 5], [1, 0, 0, 0]),
      ([5, 0, 0, 0], [1, 1, 1, 1]),
      ([0, 3, 0, 0], [0, 0, 0, 0]),
      ([0, 0, 3, 0], [0, 0, 0, 0]),
      ([3, 1, 0, 0], [0.75, 0.75, 1, 6.0 / 7]),
      ([6, 2, 2, 10], [0.8, 0.75, 0.75, 0.75]),
      ([1, 1, 3, 5], [0.6, 0.5, 0.25, 1.0 / 3]),
    ] as [([Int], [Double])])
  func followFromCounts(counts: [Int], figures: [Double]) {
    let metrics = LabelMetrics(Self.tally(counts))
    #expect([metrics.accuracy, metrics.precision, metrics.recall, metrics.f1] == figures)
  }

  /// Whatever the counts: each figure is from 0 to 1, the counts add up, F1 is the harmonic mean of precision and recall,
  /// and is 1 only where nothing is wrong.
  @Test func holdForAnyCounts() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let counts = (0..<4).map { _ in Int.random(in: 0...Int.random(in: 0...50, using: &random), using: &random) }
      let tally = Self.tally(counts)
      let metrics = LabelMetrics(tally)
      #expect(tally.evaluated == counts.reduce(0, +))
      for figure in [metrics.accuracy, metrics.precision, metrics.recall, metrics.f1] {
        #expect((0...1).contains(figure))
      }
      let sum = metrics.precision + metrics.recall
      let mean = sum == 0 ? 0 : 2 * metrics.precision * metrics.recall / sum
      #expect(abs(metrics.f1 - mean) < 1e-12)
      #expect((metrics.f1 == 1) == (counts[0] > 0 && counts[1] == 0 && counts[2] == 0))
      if tally.evaluated > 0 { #expect((metrics.accuracy == 1) == (counts[1] + counts[2] == 0)) }
    }
  }
}
