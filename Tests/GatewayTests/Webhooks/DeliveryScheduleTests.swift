internal import Foundation
internal import GuardedFetching
internal import Testing

@testable internal import Gateway

struct DeliveryScheduleTests {
  private static let now = Date(timeIntervalSince1970: 1_700_000_000)

  private func step(_ outcome: DeliveryOutcome, attempts: Int, chance: Double = 0) -> DeliverySchedule.Step {
    DeliverySchedule.step(after: outcome, attempts: attempts, now: Self.now, chance: chance)
  }

  private static func retry(_ seconds: TimeInterval) -> DeliverySchedule.Step {
    .retry(at: now.addingTimeInterval(seconds))
  }

  /// A status of the two hundreds ends it at any attempt, the last one too.
  @Test(arguments: [200, 201, 202, 204, 206, 299], 1...10)
  func delivers(status: Int, attempts: Int) {
    #expect(step(.answered(status: status, retryAfter: "100"), attempts: attempts) == .delivered)
  }

  /// 410, and a job that is gone, end it at once.
  @Test(arguments: [DeliveryOutcome.answered(status: 410, retryAfter: "5"), .gone], 1...10)
  func givesUp(outcome: DeliveryOutcome, attempts: Int) {
    #expect(step(outcome, attempts: attempts) == .failed)
  }

  /// All else, redirects too, is tried again after the pause of its attempt, and not after the tenth.
  @Test(arguments: [
    DeliveryOutcome.answered(status: 100, retryAfter: nil), .answered(status: 199, retryAfter: nil),
    .answered(status: 300, retryAfter: nil), .answered(status: 301, retryAfter: nil),
    .answered(status: 304, retryAfter: nil), .answered(status: 308, retryAfter: nil),
    .answered(status: 400, retryAfter: nil), .answered(status: 404, retryAfter: nil),
    .answered(status: 409, retryAfter: nil), .answered(status: 411, retryAfter: nil),
    .answered(status: 429, retryAfter: nil), .answered(status: 500, retryAfter: nil),
    .answered(status: 599, retryAfter: nil), .answered(status: 999, retryAfter: nil),
    .answered(status: 0, retryAfter: nil), .answered(status: -1, retryAfter: nil), .unanswered(.timedOut),
    .unanswered(.unreachable), .unanswered(.unusableAnswer), .unanswered(.overloaded), .unanswered(.invalidURL),
    .unanswered(.forbiddenAddress), .unwritable,
  ])
  func triesAgain(outcome: DeliveryOutcome) {
    let pauses: [TimeInterval] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
    for (made, pause) in pauses.enumerated() {
      #expect(step(outcome, attempts: made + 1) == Self.retry(pause))
    }
    #expect(step(outcome, attempts: 10) == .failed)
    #expect(DeliverySchedule.attempts == 10)
  }

  /// The pauses are prolonged by a tenth of themselves at most, and by chance.
  @Test(arguments: [(0, 300.0), (0.5, 315), (1, 330), (-4, 300), (7, 330)])
  func spreads(chance: Double, pause: TimeInterval) {
    #expect(step(.unanswered(.timedOut), attempts: 2, chance: chance) == Self.retry(pause))
  }

  /// A receiver may ask for more time, up to a day, and never for less than the schedule has.
  @Test(arguments: [
    ("1", 300.0), ("300", 300), ("301", 301), ("86400", 86_400), ("86401", 86_400), ("99999999999999999999", 86_400),
    ("Tue, 14 Nov 2023 22:30:00 GMT", 1_000), ("Tue, 14 Nov 2023 22:00:00 GMT", 300),
    ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400), ("soon", 300), ("-100000", 300), ("", 300), ("1e9", 300),
  ])
  func heedsRetryAfter(header: String, pause: TimeInterval) {
    for status in [429, 503, 302] {
      #expect(step(.answered(status: status, retryAfter: header), attempts: 2) == Self.retry(pause), "\(header)")
    }
  }

  /// It asks in vain for an eleventh attempt.
  @Test func ends() {
    #expect(step(.answered(status: 503, retryAfter: "60"), attempts: 10) == .failed)
  }

  /// Counts that no version writes do no harm.
  @Test(arguments: [Int.min, -1, 0, 11, Int.max])
  func survivesWrongCounts(attempts: Int) {
    #expect(step(.unanswered(.timedOut), attempts: attempts) == .failed)
  }

  /// What an operator reads of an attempt has nothing of the receiver's but its status.
  @Test func summarizes() {
    #expect(DeliveryOutcome.answered(status: 503, retryAfter: "secret").summary == "status 503")
    let codes: [FetchError.Code] = [
      .timedOut, .unusableAnswer, .unreachable, .invalidURL, .forbiddenAddress, .overloaded,
    ]
    let summaries = codes.map { DeliveryOutcome.unanswered($0).summary }
    #expect(Set(summaries).count == 5 && summaries.allSatisfy { (5...40).contains($0.count) })
  }
}
