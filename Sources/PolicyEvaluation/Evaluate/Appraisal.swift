/// All that follows from one content's scores at one threshold: the interval of every slot of a program.
struct Appraisal {
  let policy: CompiledPolicy
  let goal: Int32
  private(set) var values: [TickInterval]

  /// - Parameter scores: one for each feature; a missing one is unknown.
  init(_ policy: CompiledPolicy, scores: [Score], threshold: Double) {
    let program = policy.program
    self.policy = policy
    goal = Ticks.goal(threshold)
    values = []
    values.reserveCapacity(program.slotCount)
    for score in scores.prefix(program.featureCount) { values.append(TickInterval(score)) }
    while values.count < program.featureCount { values.append(.unknown) }
    for step in program.steps { values.append(result(of: step, in: program)) }
  }

  private func result(of step: Program.Step, in program: Program) -> TickInterval {
    switch step.operation {
    case .least:
      var result = TickInterval(lower: Ticks.one, upper: Ticks.one)
      for slot in program.operands[step.inputs] {
        result.lower = min(result.lower, values[slot].lower)
        result.upper = min(result.upper, values[slot].upper)
      }
      return result
    case .greatest:
      var result = TickInterval(lower: 0, upper: 0)
      for slot in program.operands[step.inputs] {
        result.lower = max(result.lower, values[slot].lower)
        result.upper = max(result.upper, values[slot].upper)
      }
      return result
    case .complement:
      return values[program.operands[step.inputs.lowerBound]].complement
    }
  }

  /// TRUE reports the least that the score can be, FALSE the most: what is surely known of it, on its own side of the
  /// threshold. Of a score that is known exactly these are the score.
  func verdict(_ slot: Program.Slot) -> Verdict {
    let value = values[slot]
    if value.lower >= goal { return Verdict(outcome: .true, score: Ticks.score(value.lower)) }
    if value.upper < goal { return Verdict(outcome: .false, score: Ticks.score(value.upper)) }
    return .failed
  }
}

extension Verdict {
  static let failed = Verdict(outcome: .failed, score: -1)
  static let unsettled = Verdict(outcome: .unsettled, score: 0)
}
