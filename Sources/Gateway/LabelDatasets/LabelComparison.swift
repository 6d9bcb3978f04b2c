package import Storage

/// How two versions of a label differ.
package enum LabelComparison {
  /// One figure of both.
  package struct Delta: Sendable, Hashable {
    package var name: String
    package var current: Double
    package var modified: Double

    package var change: Double { modified - current }
    /// Of the current value; 0 where that is 0.
    package var percent: Double { current == 0 ? 0 : change / current * 100 }
    /// A greater figure is a better one, whichever it is.
    package var isImproved: Bool { change > 0 }
  }

  /// What became of an item's result, by what is expected for it now.
  package enum Change: String, Sendable, Hashable, CaseIterable {
    /// Wrong before, right now.
    case fixed
    /// Right before, wrong now.
    case broken
    /// Another result, where nothing is expected.
    case changed
    /// Evaluated by one of the two alone.
    case onlyCurrent = "only_current"
    case onlyModified = "only_modified"

    /// - Returns: nil where the two say the same, or neither says anything.
    package init?(_ difference: LabelDifference) {
      switch (difference.first, difference.second) {
      case (nil, nil): return nil
      case (_?, nil): self = .onlyCurrent
      case (nil, _?): self = .onlyModified
      case (let current?, let modified?):
        if current == modified { return nil }
        guard let expected = difference.expected else {
          self = .changed
          return
        }
        self = modified == expected ? .fixed : .broken
      }
    }
  }

  package static func deltas(current: LabelMetrics, modified: LabelMetrics) -> [Delta] {
    [
      Delta(name: "accuracy", current: current.accuracy, modified: modified.accuracy),
      Delta(name: "precision", current: current.precision, modified: modified.precision),
      Delta(name: "recall", current: current.recall, modified: modified.recall),
      Delta(name: "f1_score", current: current.f1, modified: modified.f1),
    ]
  }
}
