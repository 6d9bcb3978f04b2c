internal import ServiceLifecycle

/// Work that is done at the start and again after each pause, until the server stops.
enum Rounds {
  /// What a round could not do, the next one tries again.
  static func run(every pause: Duration, _ round: @escaping @Sendable () async throws -> Void) async {
    _ = try? await cancelWhenGracefulShutdown {
      while true {
        try? await round()
        try await Task.sleep(for: pause)
      }
    }
  }
}
