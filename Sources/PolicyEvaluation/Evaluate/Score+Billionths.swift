extension Score {
  /// Both ends in billionths, which is how finely evaluation tells scores apart: what is kept this way evaluates to the
  /// same report.
  public var billionths: (least: UInt32, most: UInt32) {
    let interval = TickInterval(self)
    return (UInt32(interval.lower), UInt32(interval.upper))
  }

  /// - Parameters: ends in billionths; one past 1 is taken for 1.
  public init(least: UInt32, most: UInt32) {
    let one = UInt32(Ticks.one)
    self = TickInterval(lower: Int32(min(least, one)), upper: Int32(min(most, one))).score
  }
}
