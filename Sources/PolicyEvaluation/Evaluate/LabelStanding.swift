/// How a label stands once the labels above it are looked at.
///
/// | its own outcome | a label above is TRUE | else one above is FAILED | else |
/// |---|---|---|---|
/// | TRUE | suppressed: FALSE | FAILED: whether it is suppressed is not known | TRUE |
/// | FAILED | suppressed: FALSE | FAILED | FAILED |
/// | FALSE | suppressed: FALSE | FALSE | FALSE |
///
/// What counts of a label above is its own outcome, whether or not it is suppressed itself.
struct LabelStanding {
  var own: Verdict
  var verdict: Verdict
  var isSuppressed: Bool
}

extension Appraisal {
  /// In the order of the policy's labels.
  func standings() -> [LabelStanding] {
    let labels = policy.labels
    var standings = labels.map { label in
      let own = verdict(label.slot)
      return LabelStanding(own: own, verdict: own, isSuppressed: false)
    }
    if policy.order.isEmpty { return standings }

    var matched = PriorityOrder.LabelSet(labelCount: labels.count)
    var unknown = PriorityOrder.LabelSet(labelCount: labels.count)
    for (index, standing) in standings.enumerated() {
      switch standing.own.outcome {
      case .true: matched.insert(index)
      case .false: break
      case .failed, .unsettled: unknown.insert(index)
      }
    }
    for index in labels.indices {
      let above = policy.order[index]
      if !above.isDisjoint(with: matched) {
        standings[index].isSuppressed = true
        standings[index].verdict = Verdict(outcome: .false, score: keptScore(of: index))
      } else if standings[index].own.outcome == .true, !above.isDisjoint(with: unknown) {
        standings[index].verdict = .failed
      }
    }
    return standings
  }

  /// A suppressed label keeps its own score: where its own outcome is not known, the least that the score can be.
  private func keptScore(of label: Int) -> Double {
    let value = values[policy.labels[label].slot]
    return Ticks.score(value.upper < goal ? value.upper : value.lower)
  }
}
