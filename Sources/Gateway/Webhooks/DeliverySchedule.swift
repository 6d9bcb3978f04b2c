internal import Foundation

/// When a delivery is attempted, and when it is over: the rules, with no clock, chance or network of their own.
///
/// The pauses are those that the Standard Webhooks specification proposes: ten attempts over three days.
struct DeliverySchedule: Sendable, Hashable {
  enum Step: Sendable, Hashable {
    case delivered
    case retry(at: Date)
    case failed
  }

  /// Before each attempt but the first, in seconds after the attempt before it.
  static let pauses: [TimeInterval] = [
    5, 5 * 60, 30 * 60, 2 * 3_600, 5 * 3_600, 10 * 3_600, 14 * 3_600, 20 * 3_600, 24 * 3_600,
  ]
  static let attempts = pauses.count + 1
  /// By which part of itself a pause is prolonged at most, so that what failed together does not come again together.
  static let jitter = 0.1
  /// The longest that a receiver may ask for.
  static let longestRetryAfter: TimeInterval = 86_400

  /// What follows an attempt.
  ///
  /// - Parameters:
  ///   - attempts: how many have been made, this one included: at least 1.
  ///   - chance: from 0 to 1.
  static func step(after outcome: DeliveryOutcome, attempts: Int, now: Date, chance: Double) -> Step {
    switch outcome {
    case .answered(200...299, _): return .delivered
    case .answered(410, _), .gone: return .failed
    case .answered, .unanswered, .unwritable: break
    }
    guard attempts >= 1, attempts <= pauses.count else { return .failed }
    var pause = pauses[attempts - 1] * (1 + jitter * min(max(chance, 0), 1))
    if case .answered(_, let header) = outcome, let asked = RetryAfter.pause(header, at: now) {
      // Later than the schedule has it, where the receiver asks for that; sooner never.
      pause = max(pause, min(asked, longestRetryAfter))
    }
    return .retry(at: now.addingTimeInterval(pause))
  }
}
