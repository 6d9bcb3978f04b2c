/// Waits for something that is on its way.
///
/// - Throws: where it has not come after a long time.
package func until(_ condition: () async throws -> Bool) async throws {
  for _ in 0..<15_000 {
    if try await condition() { return }
    try await Task.sleep(for: .milliseconds(2))
  }
  throw TestFailure("what was waited for never came")
}
