internal import Storage

/// Lets one search for words run at a time: it reads every text there is, and is not to take up the connections that
/// other reads come by.
struct SearchTurns: Sendable {
  private let gate = WorkGate(turnLimit: 1)

  /// - Throws: `CancellationError` where the caller left while it waited; what the body throws.
  func run<Value>(_ query: ContentRowQuery, _ body: () async throws -> Value) async throws -> Value {
    query.text.isEmpty ? try await body() : try await gate.turn(body)
  }
}
