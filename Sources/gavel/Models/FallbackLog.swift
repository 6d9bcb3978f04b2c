internal import Logging
internal import RemoteModels
internal import SignalScoring
internal import Synchronization

/// Says in the log that the embedded model answered for the remote one: at once the first time, then no more than a
/// line in a while, each with how many signals there were since the one before.
final class FallbackLog: Sendable {
  private let logger: Logger
  private let pace = Mutex(FallbackPace())

  init(logger: Logger) {
    self.logger = logger
  }

  func note(_ notice: FallbackNotice) {
    guard let signals = pace.withLock({ $0.add(notice.features, at: .now) }) else { return }
    logger.warning(
      "a model that could not answer was answered for",
      metadata: [
        "model": "\(notice.failed)", "answered": "\(notice.answered)", "signals": "\(signals)",
        "reason": "\(notice.reason.message)",
      ])
  }
}

/// When there is something to say again.
struct FallbackPace {
  static let interval: Duration = .seconds(10)

  private var unsaid = 0
  private var last: ContinuousClock.Instant?

  /// - Returns: how many signals there were since it was last said; nil where that was too short a while ago.
  mutating func add(_ signals: Int, at now: ContinuousClock.Instant) -> Int? {
    unsaid += signals
    if let last, now - last < Self.interval { return nil }
    last = now
    defer { unsaid = 0 }
    return unsaid
  }
}
