internal import Foundation
package import Storage

/// Whether a version's figures are of the dataset as it is now, and why they are not.
package enum LabelFreshness: Sendable, Hashable {
  package enum StaleReason: Int, Sendable, Hashable, CaseIterable {
    /// An evaluation is of another content or another expectation than the item's, or an item came to be evaluable after
    /// the version was last evaluated.
    case datasetChanged = 1
    /// An evaluable item was not evaluated, or when nothing was expected for it yet.
    case unevaluatedItems = 2
  }

  /// The label has no item.
  case noDataset
  /// No item has an expected result.
  case nothingToTest
  /// No evaluable item was evaluated.
  case untested
  /// Every evaluable item was evaluated as it is now.
  case fresh
  /// One reason or more, in the order of their numbers.
  case stale([StaleReason])

  /// - Parameter hasDataset: whether the label has items, be they among those counted or not.
  package init(_ tally: LabelEvaluationTally, hasDataset: Bool) {
    if tally.items == 0, !hasDataset {
      self = .noDataset
    } else if tally.evaluable == 0 {
      self = .nothingToTest
    } else if tally.evaluated == 0 {
      self = .untested
    } else {
      var reasons: [StaleReason] = []
      if tally.stale > 0 || tally.grewSinceEvaluated { reasons.append(.datasetChanged) }
      if tally.evaluated < tally.evaluable { reasons.append(.unevaluatedItems) }
      self = reasons.isEmpty ? .fresh : .stale(reasons)
    }
  }

  package var reasons: [StaleReason] { if case .stale(let reasons) = self { reasons } else { [] } }
}

extension LabelEvaluationTally {
  /// Whether an item that was never evaluated came to be evaluable after the last evaluation.
  fileprivate var grewSinceEvaluated: Bool {
    guard let lastEvaluated, let unevaluatedExpectationsSet else { return false }
    return unevaluatedExpectationsSet > lastEvaluated
  }
}
