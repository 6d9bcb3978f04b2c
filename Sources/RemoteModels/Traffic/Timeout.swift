/// Does something for no longer than a time; what is not done by then is cancelled, and waited for until it has ended.
///
/// - Throws: `RemoteModelError.timedOut`, `CancellationError`, and what the body throws.
func withTimeout<Result: Sendable>(
  _ time: Duration, _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result?.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: time)
      return nil
    }
    defer { group.cancelAll() }
    guard let first = try await group.next(), let result = first else { throw RemoteModelError.timedOut }
    return result
  }
}
