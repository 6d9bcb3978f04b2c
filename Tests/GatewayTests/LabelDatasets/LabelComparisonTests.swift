internal import Foundation
internal import Gateway
internal import Storage
internal import Testing

struct LabelComparisonTests {
  private static let results: [EvaluationResult?] = [nil, .flagged, .notFlagged]

  /// What becomes of every pair of results, whatever is expected.
  @Test(arguments: results, results)
  func namesChanges(first: EvaluationResult?, second: EvaluationResult?) {
    for expected in Self.results {
      let difference = LabelDifference(
        itemID: UUID(), contentID: UUID(), hasText: true, expected: expected, first: first, second: second)
      let change: LabelComparison.Change? =
        if first == second {
          nil
        } else if second == nil {
          .onlyCurrent
        } else if first == nil {
          .onlyModified
        } else if expected == nil {
          .changed
        } else {
          second == expected ? .fixed : .broken
        }
      #expect(LabelComparison.Change(difference) == change)
    }
  }

  /// Each figure has its difference, in parts of the value before it, and is improved where it is greater.
  @Test func tellsDifferences() {
    let current = LabelMetrics(LabelMetricsTests.tally([2, 2, 0, 0]))
    let modified = LabelMetrics(LabelMetricsTests.tally([2, 0, 2, 4]))
    let deltas = LabelComparison.deltas(current: current, modified: modified)
    #expect(deltas.map(\.name) == ["accuracy", "precision", "recall", "f1_score"])
    #expect(deltas.map(\.current) == [0.5, 0.5, 1, 2.0 / 3] && deltas.map(\.modified) == [0.75, 1, 0.5, 2.0 / 3])
    #expect(deltas.map(\.change) == [0.25, 0.5, -0.5, 0] && deltas.map(\.percent) == [50, 100, -50, 0])
    #expect(deltas.map(\.isImproved) == [true, true, false, false])
  }

  /// From nothing, a difference is of no part: 0, and never infinite.
  @Test func fromNothing() {
    let nothing = LabelMetrics(LabelMetricsTests.tally([0, 0, 0, 0]))
    let deltas = LabelComparison.deltas(
      current: nothing, modified: LabelMetrics(LabelMetricsTests.tally([1, 0, 0, 0])))
    #expect(deltas.allSatisfy { $0.change == 1 && $0.percent == 0 && $0.isImproved })
  }
}
