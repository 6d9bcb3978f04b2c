/// Leaves a server alone that failed too often: events in, a permit or none out, no clock of its own.
///
/// Closed, it lets all through and counts failures in a row. Open, it lets nothing through until its time is over. Then,
/// half open, it lets one request through as a probe: an answer closes it, a failure opens it again.
package struct CircuitBreaker: Sendable {
  package typealias Instant = ContinuousClock.Instant

  package struct Limits: Sendable, Hashable {
    /// Failures in a row that open it.
    package var failures = 5
    /// How long it stays open.
    package var rest: Duration = .seconds(30)

    package init() {}
  }

  /// Leave to send one request, whose outcome is to be recorded.
  struct Permit: Sendable, Equatable {
    fileprivate var period: Int
  }

  enum Outcome: Sendable {
    case answered
    case failed
    /// Nothing was learned: the caller left before the answer.
    case abandoned
  }

  private enum State: Equatable {
    case closed(failures: Int)
    case open(until: Instant)
    case halfOpen
  }

  private let limits: Limits
  private var state = State.closed(failures: 0)
  // A period lasts from one change of state to the next. What was sent in an earlier one says nothing of this one: else
  // an old request's late answer would close a breaker that has just opened.
  private var period = 0

  init(limits: Limits) {
    self.limits = limits
  }

  /// - Returns: nil where nothing is to be sent.
  mutating func admit(at now: Instant) -> Permit? {
    switch state {
    case .closed: return Permit(period: period)
    case .halfOpen: return nil
    case .open(let end):
      guard now >= end else { return nil }
      enter(.halfOpen)
      return Permit(period: period)
    }
  }

  mutating func record(_ outcome: Outcome, of permit: Permit, at now: Instant) {
    guard permit.period == period else { return }
    switch (state, outcome) {
    case (.closed, .answered): state = .closed(failures: 0)
    case (.closed(let failures), .failed):
      if failures + 1 < limits.failures {
        state = .closed(failures: failures + 1)
      } else {
        enter(.open(until: now + limits.rest))
      }
    case (.closed, .abandoned): return
    case (.halfOpen, .answered): enter(.closed(failures: 0))
    case (.halfOpen, .failed): enter(.open(until: now + limits.rest))
    // The next request is the probe.
    case (.halfOpen, .abandoned): enter(.open(until: now))
    // INVARIANT: no permit is given in an open period.
    case (.open, _): return
    }
  }

  private mutating func enter(_ state: State) {
    self.state = state
    period += 1
  }
}
