import Testing

@testable import RemoteModels

@Suite struct RetryPolicyTests {
  private func policy() -> RetryPolicy {
    var policy = RetryPolicy()
    policy.attempts = 10
    policy.base = .milliseconds(100)
    policy.longest = .milliseconds(1_000)
    policy.longestRetryAfter = .seconds(5)
    return policy
  }

  /// The bound doubles up to the longest, and the pause is drawn evenly below it.
  @Test func jitterIsFull() {
    let bounds = (1...6).map { policy().pause(after: $0, of: .unreachable, draw: 0.5) }
    #expect(bounds == [50, 100, 200, 400, 500, 500].map { Duration.milliseconds($0) })
    #expect(policy().pause(after: 3, of: .unreachable, draw: 0) == .zero)
  }

  /// After so many attempts it is over.
  @Test func attemptsAreCounted() {
    #expect(policy().pause(after: 9, of: .unreachable, draw: 0.5) != nil)
    #expect(policy().pause(after: 10, of: .unreachable, draw: 0.5) == nil)
  }

  /// What passes is tried again: broken connections, too many requests, a server in trouble. Nothing else is.
  @Test func onlyPassingFailuresAreRepeated() {
    let repeated: [RemoteModelError] = [
      .unreachable, .refused(status: 429), .refused(status: 500), .refused(status: 503), .refused(status: 599),
    ]
    let final: [RemoteModelError] = [
      .timedOut, .resting, .overloaded, .refused(status: 302), .refused(status: 400), .refused(status: 401),
      RemoteModelError(.unusableAnswer, ""), RemoteModelError(.contentTooLarge, ""),
    ]
    for error in repeated { #expect(policy().pause(after: 1, of: error, draw: 0.5) != nil) }
    for error in final { #expect(policy().pause(after: 1, of: error, draw: 0.5) == nil) }
  }

  /// A server's own word counts, up to the longest that is waited for.
  @Test func theServersWordCounts() {
    var error = RemoteModelError.refused(status: 429)
    error.retryAfter = .seconds(5)
    #expect(policy().pause(after: 1, of: error, draw: 0.5) == .seconds(5))
    error.retryAfter = .seconds(6)
    #expect(policy().pause(after: 1, of: error, draw: 0.5) == nil)
  }
}
