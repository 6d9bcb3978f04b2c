internal import PolicyEvaluation

/// The figures of a report in one row each, in the order in which `BlankReport` numbers its places.
struct ReportFigures {
  /// The policy's own first; then for each label its own, its rules', its exception's, the exception's rules'; then the
  /// policy's exception and its rules'.
  private(set) var verdicts: [Verdict] = []
  /// By feature; -1 where it failed.
  private(set) var scores: [Double]

  init(_ report: PolicyReport) {
    scores = report.featureScores.map { $0.value ?? -1 }
    verdicts.reserveCapacity(1 + report.labels.reduce(2) { $0 + $1.rules.count + 2 })
    verdicts.append(report.verdict)
    for label in report.labels {
      verdicts.append(label.verdict)
      verdicts.append(contentsOf: label.rules)
      append(label.exception)
    }
    append(report.exception)
  }

  private mutating func append(_ exception: PolicyReport.Exception?) {
    guard let exception else { return }
    verdicts.append(exception.verdict)
    verdicts.append(contentsOf: exception.rules)
  }
}
