extension CompiledPolicy {
  /// What the policy makes of a content whose features have been scored.
  ///
  /// Scores are taken to the nearest billionth, so that the complement of a complement is the score itself.
  ///
  /// - Parameters:
  ///   - scores: one for each of `features`, in order; a missing one is `unknown`.
  ///   - threshold: 0 to 1; a node is TRUE exactly when its score is no less.
  ///   - unscored: features that were left out because every label was settled without them. A rule that only they
  ///     could decide is `unsettled`, which is no failure; the labels themselves do not depend on them.
  public func evaluate(scores: [Score], threshold: Double, unscored: [Int] = []) -> PolicyReport {
    let appraisal = Appraisal(self, scores: scores, threshold: threshold)
    let waiting = unscored.isEmpty ? nil : appraisal.slotsWaiting(for: unscored)

    func verdict(_ slot: Program.Slot) -> Verdict {
      if let waiting, waiting[slot].contains(.upright) { return .unsettled }
      return appraisal.verdict(slot)
    }
    func report(_ exception: CompiledException) -> PolicyReport.Exception {
      PolicyReport.Exception(verdict: verdict(exception.slot), rules: exception.rules.map { verdict($0.slot) })
    }

    let standings = appraisal.standings()
    let labelReports = zip(labels, standings).map { label, standing in
      PolicyReport.Label(
        verdict: standing.verdict, rules: label.rules.map { verdict($0.slot) },
        exception: label.exception.map(report), isSuppressed: standing.isSuppressed)
    }
    return PolicyReport(
      threshold: threshold, verdict: Self.verdict(of: standings), labels: labelReports,
      exception: exception.map(report), featureScores: appraisal.values.prefix(features.count).map(\.score),
      unscoredFeatures: unscored)
  }

  /// The greatest of the labels that are not suppressed. It is a TRUE label's wherever there is one.
  private static func verdict(of standings: [LabelStanding]) -> Verdict {
    var greatest = Verdict(outcome: .false, score: 0)
    var hasFailed = false
    for standing in standings where !standing.isSuppressed {
      switch standing.verdict.outcome {
      case .true, .false:
        if standing.verdict.outcome == .true { greatest.outcome = .true }
        greatest.score = max(greatest.score, standing.verdict.score)
      case .failed, .unsettled:
        hasFailed = true
      }
    }
    return hasFailed && greatest.outcome == .false ? .failed : greatest
  }
}
