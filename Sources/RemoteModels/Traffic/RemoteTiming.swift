/// What the passing of time and chance are to an endpoint, so that tests can decide both.
struct RemoteTiming: Sendable {
  var now: @Sendable () -> ContinuousClock.Instant = { .now }
  /// Waits before a request is sent again.
  var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  /// Waits until a content's time is over.
  var wait: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  /// A random number in 0..<1.
  var draw: @Sendable () -> Double = { .random(in: 0..<1) }
}
