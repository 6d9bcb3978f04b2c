package import Storage

/// The figures that follow from the counts of right and wrong results. Where a denominator is 0, so is the figure.
package struct LabelMetrics: Sendable, Hashable {
  /// (TP + TN) / (TP + FP + FN + TN)
  package var accuracy: Double
  /// TP / (TP + FP)
  package var precision: Double
  /// TP / (TP + FN)
  package var recall: Double
  /// 2 TP / (2 TP + FP + FN): the harmonic mean of precision and recall.
  package var f1: Double

  package init(_ tally: LabelEvaluationTally) {
    let (positives, negatives) = (tally.truePositives, tally.trueNegatives)
    let (falsePositives, falseNegatives) = (tally.falsePositives, tally.falseNegatives)
    accuracy = Self.share(positives + negatives, of: tally.evaluated)
    precision = Self.share(positives, of: positives + falsePositives)
    recall = Self.share(positives, of: positives + falseNegatives)
    f1 = Self.share(2 * positives, of: 2 * positives + falsePositives + falseNegatives)
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
