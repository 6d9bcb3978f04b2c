extension CompiledPolicy {
  /// Whether every label's outcome is certain, though some features are not known: nothing that is still to be learned
  /// can change a match.
  public func isSettled(scores: [Score], threshold: Double) -> Bool {
    Appraisal(self, scores: scores, threshold: threshold).standings().allSatisfy { $0.verdict.outcome != .failed }
  }

  /// The features whose scores could still change some label's outcome; ascending. Empty once all is settled.
  ///
  /// A feature is not among them where it is known, where all the labels it stands in are settled, or where the part
  /// of the expression it stands in is: the `"b"` of `"a" AND "b"` once `"a"` is below the threshold.
  public func openFeatures(scores: [Score], threshold: Double) -> [Int] {
    let appraisal = Appraisal(self, scores: scores, threshold: threshold)
    // A label that waits for those above it to settle has nothing of its own open: the ones above it do.
    let open = zip(labels, appraisal.standings()).filter { !$1.isSuppressed && $1.own.outcome == .failed }
    return open.isEmpty ? [] : appraisal.featuresOpen(under: open.map(\.0.slot))
  }
}

/// The two ways in which a slot can bear on what is above it: as it is, or through its complement.
///
/// Both are kept, since the two lie on the same side of different thresholds: 0.6 is settled at 0.7 and its complement
/// is not at 0.4.
struct Bearing: OptionSet {
  let rawValue: UInt8

  static let upright = Bearing(rawValue: 1)
  static let inverted = Bearing(rawValue: 2)

  var complement: Bearing { Bearing(rawValue: (rawValue & 1) << 1 | rawValue >> 1) }
}

extension Appraisal {
  /// The bearings in which a slot's interval does not yet lie on one side of the goal.
  private func undecided(_ slot: Program.Slot) -> Bearing {
    var bearing: Bearing = []
    if values[slot].straddles(goal) { bearing.insert(.upright) }
    if values[slot].complement.straddles(goal) { bearing.insert(.inverted) }
    return bearing
  }

  /// Which features an undecided slot can be decided by, following undecided steps only.
  fileprivate func featuresOpen(under roots: [Program.Slot]) -> [Int] {
    let program = policy.program
    var open = [Bearing](repeating: [], count: program.slotCount)
    for root in roots { open[root].insert(.upright) }
    // Downwards: a step stands after its inputs, so by the time it is met, all that uses it has been.
    for (index, step) in program.steps.enumerated().reversed() {
      let slot = program.featureCount + index
      let bearing = open[slot].intersection(undecided(slot))
      if bearing.isEmpty { continue }
      let below = step.operation == .complement ? bearing.complement : bearing
      for input in program.operands[step.inputs] { open[input].formUnion(below) }
    }
    return (0..<program.featureCount).filter { !open[$0].intersection(undecided($0)).isEmpty }
  }

  /// For each slot, the bearings in which a feature that was left out is what keeps it undecided.
  func slotsWaiting(for unscored: [Int]) -> [Bearing] {
    let program = policy.program
    var waiting = [Bearing](repeating: [], count: program.slotCount)
    for feature in unscored where feature >= 0 && feature < program.featureCount {
      waiting[feature] = undecided(feature)
    }
    for (index, step) in program.steps.enumerated() {
      let slot = program.featureCount + index
      let below = program.operands[step.inputs].reduce(into: Bearing()) { $0.formUnion(waiting[$1]) }
      waiting[slot] = undecided(slot).intersection(step.operation == .complement ? below.complement : below)
    }
    return waiting
  }
}
