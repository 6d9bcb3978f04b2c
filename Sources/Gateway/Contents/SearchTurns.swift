internal import Foundation
internal import Storage

/// Lets one search for words run at a time: it reads every text there is, and is not to take up the connections that
/// other reads come by. Few wait, and few of one account, so that none keeps the others from theirs for long.
struct SearchTurns: Sendable {
  static let accountLimit = 4

  private let gate = WorkGate(
    accountLimit: accountLimit, turnLimit: 1, refusal: "too many searches are being answered; try again")

  /// - Parameter words: empty: none are looked for.
  /// - Throws: RESOURCE_EXHAUSTED where too many wait; `CancellationError` where the caller left while it waited; what the
  ///   body throws.
  func run<Value>(words: String, account: UUID, _ body: () async throws -> Value) async throws -> Value {
    if words.isEmpty { return try await body() }
    return try await gate.admit(account) { try await gate.turn(body) }
  }
}
