package import Foundation

/// Which items of a label's dataset are meant: all conditions hold; what is nil or empty sets none.
///
/// Conditions on evaluations are about those of `version`, else about each item's latest of any version; drafts'
/// evaluations do not count.
package struct LabelDatasetSelection: Sendable, Hashable {
  package enum MatchType: Int, Sendable, Hashable, CaseIterable {
    case truePositive = 1
    case falsePositive = 2
    case falseNegative = 3
    case trueNegative = 4

    package init(expected: EvaluationResult, actual: EvaluationResult) {
      switch (expected, actual) {
      case (.flagged, .flagged): self = .truePositive
      case (.notFlagged, .flagged): self = .falsePositive
      case (.flagged, .notFlagged): self = .falseNegative
      case (.notFlagged, .notFlagged): self = .trueNegative
      }
    }

    package var expected: EvaluationResult {
      switch self {
      case .truePositive, .falseNegative: .flagged
      case .falsePositive, .trueNegative: .notFlagged
      }
    }

    package var actual: EvaluationResult {
      switch self {
      case .truePositive, .falsePositive: .flagged
      case .falseNegative, .trueNegative: .notFlagged
      }
    }
  }

  package var label: UUID
  package var version: UUID?
  package var expected: EvaluationResult?
  /// Whether anything is expected.
  package var hasExpectation: Bool?
  package var isEvaluated: Bool?
  package var isIncorrect: Bool?
  package var isStale: Bool?
  package var matchType: MatchType?
  /// Empty: any.
  package var ids: [UUID] = []
  package var excluded: [UUID] = []
  /// In the content's text, whatever the case of the letters; empty: any content.
  package var text = ""

  package init(label: UUID) {
    self.label = label
  }
}
