internal import Foundation
internal import PolicyEvaluation
internal import SignalScoring
internal import Storage

/// Counts what a job evaluates, for the figures.
struct FigureCount: Sendable {
  private(set) var figures: JobFigures

  init(of policy: ReadyPolicy, account: UUID) {
    figures = JobFigures(
      accountID: account, subject: FigureSubject(.policy, id: policy.version.policyID, versionID: policy.version.id))
  }

  init(of label: ReadyLabelVersion) {
    figures = JobFigures(
      accountID: label.label.accountID,
      subject: FigureSubject(.label, id: label.label.id, versionID: label.version.id))
  }

  /// - Parameter admitted: the items that the evaluated ones name by their places.
  mutating func add(_ evaluated: [EvaluatedItem], of admitted: [AdmittedItem]) {
    for item in evaluated { add(item, of: admitted[item.index]) }
  }

  mutating func add(_ item: EvaluatedItem, of admitted: AdmittedItem) {
    let outcomes = item.report.labels.lazy.map { $0.verdict.outcome.holds }
    let tokens = Int64(item.usage.billed)
    if admitted.content.text != nil {
      figures.texts.count(tokens: tokens, outcomes: outcomes)
    } else {
      figures.images.count(tokens: tokens, outcomes: outcomes)
    }
  }

  /// What was counted, and begins anew.
  mutating func take() -> JobFigures {
    defer { figures = JobFigures(accountID: figures.accountID, subject: figures.subject) }
    return figures
  }
}

extension Outcome {
  /// Nil where nobody could tell.
  fileprivate var holds: Bool? {
    switch self {
    case .true: true
    case .false: false
    case .failed, .unsettled: nil
    }
  }
}
