import Testing

@testable import RemoteModels

@Suite struct CircuitBreakerTests {
  private let start = ContinuousClock.now

  private func breaker(failures: Int = 2) -> CircuitBreaker {
    var limits = CircuitBreaker.Limits()
    limits.failures = failures
    limits.rest = .seconds(10)
    return CircuitBreaker(limits: limits)
  }

  private func permit(
    _ breaker: inout CircuitBreaker, at now: ContinuousClock.Instant
  ) throws -> CircuitBreaker.Permit {
    guard let permit = breaker.admit(at: now) else { throw NotAdmitted() }
    return permit
  }

  private struct NotAdmitted: Error {}

  private func fail(_ breaker: inout CircuitBreaker, times: Int) throws {
    for _ in 0..<times { breaker.record(.failed, of: try permit(&breaker, at: start), at: start) }
  }

  /// Failures in a row open it, and it stays open for its time.
  @Test func opensAfterFailuresInARow() throws {
    var breaker = breaker()
    try fail(&breaker, times: 2)
    #expect(breaker.admit(at: start) == nil)
    #expect(breaker.admit(at: start + .seconds(9)) == nil)
    #expect(breaker.admit(at: start + .seconds(10)) != nil)
  }

  /// An answer in between begins the count again; a caller that left changes nothing.
  @Test func countsOnlyFailuresInARow() throws {
    var breaker = breaker()
    try fail(&breaker, times: 1)
    breaker.record(.answered, of: try permit(&breaker, at: start), at: start)
    try fail(&breaker, times: 1)
    breaker.record(.abandoned, of: try permit(&breaker, at: start), at: start)
    #expect(breaker.admit(at: start) != nil)
    try fail(&breaker, times: 1)
    #expect(breaker.admit(at: start) == nil)
  }

  /// Half open, one request goes through; its answer closes the breaker.
  @Test func anAnsweredProbeCloses() throws {
    var breaker = breaker()
    try fail(&breaker, times: 2)
    let later = start + .seconds(10)
    let probe = try permit(&breaker, at: later)
    #expect(breaker.admit(at: later) == nil)
    breaker.record(.answered, of: probe, at: later)
    #expect(breaker.admit(at: later) != nil)
    #expect(breaker.admit(at: later) != nil)
  }

  /// A probe that fails opens it again, for its whole time.
  @Test func aFailedProbeOpensAgain() throws {
    var breaker = breaker()
    try fail(&breaker, times: 2)
    let later = start + .seconds(10)
    breaker.record(.failed, of: try permit(&breaker, at: later), at: later)
    #expect(breaker.admit(at: later + .seconds(9)) == nil)
    #expect(breaker.admit(at: later + .seconds(10)) != nil)
  }

  /// A probe whose caller left makes way for the next.
  @Test func anAbandonedProbeIsReplaced() throws {
    var breaker = breaker()
    try fail(&breaker, times: 2)
    let later = start + .seconds(10)
    breaker.record(.abandoned, of: try permit(&breaker, at: later), at: later)
    #expect(breaker.admit(at: later) != nil)
    #expect(breaker.admit(at: later) == nil)
  }

  /// What was sent before a change of state says nothing after it.
  @Test func lateOutcomesAreIgnored() throws {
    var breaker = breaker()
    let old = try permit(&breaker, at: start)
    try fail(&breaker, times: 2)
    breaker.record(.answered, of: old, at: start)
    #expect(breaker.admit(at: start) == nil)
    let later = start + .seconds(10)
    let probe = try permit(&breaker, at: later)
    breaker.record(.failed, of: old, at: later)
    breaker.record(.answered, of: probe, at: later)
    breaker.record(.failed, of: probe, at: later)
    #expect(breaker.admit(at: later) != nil)
  }
}
