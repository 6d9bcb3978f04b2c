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
    var (trues, unknowns): ([Int], [Int]) = ([], [])
    for (place, label) in item.report.labels.enumerated() {
      switch label.verdict.outcome {
      case .true: trues.append(place)
      case .false: break
      case .failed, .unsettled: unknowns.append(place)
      }
    }
    let tokens = Int64(item.usage.billed)
    if admitted.content.text != nil {
      figures.texts.count(tokens: tokens, trues: trues, unknowns: unknowns)
    } else {
      figures.images.count(tokens: tokens, trues: trues, unknowns: unknowns)
    }
  }

  /// What was counted, and begins anew.
  mutating func take() -> JobFigures {
    defer { figures = JobFigures(accountID: figures.accountID, subject: figures.subject) }
    return figures
  }
}
