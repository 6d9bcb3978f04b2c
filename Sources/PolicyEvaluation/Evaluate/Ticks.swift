/// Scores as whole billionths.
///
/// In floating point 1 - (1 - 0.1) is not 0.1, so a rule and its double negation could fall on either side of a
/// threshold. On this grid the complement is exact, every law of the algebra holds to the last bit, and a score reads
/// back as the nearest number to what went in.
enum Ticks {
  static let one: Int32 = 1_000_000_000

  /// - Parameter score: within 0...1.
  static func ticks(_ score: Double) -> Int32 { Int32((score * Double(one)).rounded()) }

  static func score(_ ticks: Int32) -> Double { Double(ticks) / Double(one) }

  /// The least score, in ticks, that reads back as no less than a threshold; past `one` where no score does.
  static func goal(_ threshold: Double) -> Int32 {
    guard threshold > 0 else { return 0 }
    guard threshold <= 1 else { return one + 1 }
    var goal = ticks(threshold)
    while goal > 0, score(goal - 1) >= threshold { goal -= 1 }
    while score(goal) < threshold { goal += 1 }
    return goal
  }
}

/// What is known of a score, on the grid.
struct TickInterval: Hashable {
  var lower: Int32
  var upper: Int32

  static let unknown = TickInterval(lower: 0, upper: Ticks.one)

  init(lower: Int32, upper: Int32) {
    self.lower = lower
    self.upper = upper
  }

  /// Takes what it can of an interval that is none: an end out of 0...1 tells nothing.
  init(_ score: Score) {
    lower = score.lower >= 0 ? Ticks.ticks(min(score.lower, 1)) : 0
    upper = score.upper <= 1 ? Ticks.ticks(max(score.upper, 0)) : Ticks.one
    if lower > upper { self = .unknown }
  }

  var complement: TickInterval { TickInterval(lower: Ticks.one - upper, upper: Ticks.one - lower) }

  /// Whether more knowledge could put it on the other side of a goal.
  func straddles(_ goal: Int32) -> Bool { lower < goal && upper >= goal }

  var score: Score { Score(lower: Ticks.score(lower), upper: Ticks.score(upper)) }
}
