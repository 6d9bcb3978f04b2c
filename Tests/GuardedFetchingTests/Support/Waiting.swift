struct NeverCame: Error {}

/// Waits for something that is on its way.
///
/// - Throws: where it has not come after a long time.
func until(_ condition: () -> Bool) async throws {
  for _ in 0..<15_000 {
    if condition() { return }
    try await Task.sleep(for: .milliseconds(2))
  }
  throw NeverCame()
}

/// What a body throws that is meant to throw.
func failure<Answer>(_ body: () async throws -> Answer) async -> (any Error)? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error
  }
}
