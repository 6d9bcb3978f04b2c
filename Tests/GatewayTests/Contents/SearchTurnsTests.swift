internal import Foundation
internal import Storage
internal import Testing

@testable internal import Gateway

/// Who waits for a search.
struct SearchTurnsTests {
  /// An account has a search and a few that wait; one more is refused, and what looks for no words is not held up.
  @Test(.timeLimit(.minutes(1))) func fewWait() async throws {
    let turns = SearchTurns()
    let account = UUID()
    let (held, hold) = AsyncStream<Void>.makeStream()
    let counts = try await withThrowingTaskGroup(of: GatewayError.Code?.self) { group in
      for _ in 0...SearchTurns.accountLimit {
        group.addTask {
          do {
            try await turns.run(words: "a", account: account) { for await _ in held {} }
            return nil
          } catch let error as GatewayError {
            return error.code
          }
        }
      }
      // The one that searches goes on until it is let go, so the first that ends was refused.
      #expect(try await group.next() == .some(.resourceExhausted))
      #expect(try await turns.run(words: "", account: account) { true })
      hold.finish()
      return try await group.reduce(into: 0) { if $1 == nil { $0 += 1 } }
    }
    #expect(counts == SearchTurns.accountLimit)
  }
}
