/// Whether a request that failed is sent again, and after how long.
///
/// A pause is drawn evenly from nothing to a bound that doubles each time ("full jitter"), so that many callers that
/// failed together do not come back together. Where the server says how long to wait, it is waited for that long.
package struct RetryPolicy: Sendable, Hashable {
  /// How often a request is sent, the first time included.
  package var attempts = 3
  /// The first pause's bound.
  package var base: Duration = .milliseconds(250)
  /// No pause's bound is more.
  package var longest: Duration = .seconds(8)
  /// A server that asks for a longer pause is not asked again.
  package var longestRetryAfter: Duration = .seconds(30)

  package init() {}

  /// - Parameters:
  ///   - failures: how many attempts have failed; at least 1.
  ///   - draw: a random number in 0..<1.
  /// - Returns: nil where it is not to be sent again.
  func pause(after failures: Int, of error: RemoteModelError, draw: Double) -> Duration? {
    guard failures < attempts, Self.isPassing(error.code) else { return nil }
    if let asked = error.retryAfter { return asked <= longestRetryAfter ? asked : nil }
    var bound = min(base, longest)
    for _ in 1..<max(failures, 1) where bound < longest { bound = min(bound * 2, longest) }
    return bound * draw
  }

  /// A timeout is not repeated: a server that is too slow is not helped by being asked twice.
  private static func isPassing(_ code: RemoteModelError.Code) -> Bool {
    switch code {
    case .unreachable, .refused(status: 429), .refused(status: 500...599): true
    case .refused, .misconfigured, .timedOut, .unusableAnswer, .overloaded, .resting, .contentTooLarge: false
    }
  }
}
