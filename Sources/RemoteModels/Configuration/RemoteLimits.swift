/// How long a model elsewhere is waited for, how often it is asked again, and how much is sent and read.
package struct RemoteLimits: Sendable, Hashable {
  /// Until there is a connection.
  package var connect: Duration = .seconds(5)
  /// One request, from its sending to the last byte of its answer.
  package var request: Duration = .seconds(30)
  /// All of one content's requests together, with the waiting between them.
  package var content: Duration = .seconds(120)
  /// UTF-8 bytes of a text that is sent. A longer one fails: a part of it would be judged as if it were the whole.
  package var textBytes = 128 << 10
  /// Bytes of an image that is sent, before it is written as text.
  package var imageBytes = 8 << 20
  /// Bytes of an answer that are read.
  package var answerBytes = 1 << 20
  package var retries = RetryPolicy()
  package var breaker = CircuitBreaker.Limits()

  /// So that no sum of times overflows.
  private static let longestTime: Duration = .seconds(86_400)

  package init() {}

  func check() throws(RemoteModelError) {
    for (name, time) in [
      ("connect", connect), ("request", request), ("content", content), ("breaker.rest", breaker.rest),
    ] where time <= .zero || time > Self.longestTime {
      throw RemoteModelError(
        .misconfigured, "the remote model's limit `\(name)` must be more than nothing and at most a day")
    }
    for (name, time) in [
      ("retries.base", retries.base), ("retries.longest", retries.longest),
      ("retries.longestRetryAfter", retries.longestRetryAfter),
    ] where time < .zero || time > Self.longestTime {
      throw RemoteModelError(
        .misconfigured, "the remote model's limit `\(name)` must not be negative, and at most a day")
    }
    for (name, count) in [
      ("textBytes", textBytes), ("imageBytes", imageBytes), ("answerBytes", answerBytes),
      ("retries.attempts", retries.attempts), ("breaker.failures", breaker.failures),
    ] where count < 1 {
      throw RemoteModelError(.misconfigured, "the remote model's limit `\(name)` must be at least 1")
    }
  }
}
