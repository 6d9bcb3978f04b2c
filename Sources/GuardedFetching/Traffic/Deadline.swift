/// Does something until a time is over; what is not done by then is cancelled, and waited for until it has ended.
///
/// - Parameter timeIsOver: returns then, or throws when it is cancelled.
func withDeadline<Answer: Sendable>(
  when timeIsOver: @escaping @Sendable () async throws -> Void,
  _ body: @escaping @Sendable () async throws(FetchError) -> Answer
) async throws(FetchError) -> Answer {
  do {
    return try await withThrowingTaskGroup(of: Answer?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await timeIsOver()
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let answer = first else { throw FetchError.timedOut }
      return answer
    }
  } catch {
    // Both tasks end when the caller's does, each with words of its own.
    if Task.isCancelled { throw .cancelled }
    throw error as? FetchError ?? .cancelled
  }
}
