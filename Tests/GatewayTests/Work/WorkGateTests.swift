internal import Foundation
internal import Synchronization
internal import Testing

@testable internal import Gateway

/// The bounds on drafts, with tasks.
struct WorkGateTests {
  private final class Counts: Sendable {
    struct Seen: Sendable {
      var now = 0
      var most = 0
      var all = 0
    }

    private let state = Mutex(Seen())

    var seen: Seen { state.withLock { $0 } }

    func begin() {
      state.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
        $0.all += 1
      }
    }

    func end() { state.withLock { $0.now -= 1 } }
  }

  /// However many ask, no more are made ready at once than may be, and each has its turn.
  @Test func turnsAreBounded() async throws {
    let gate = WorkGate(limit: 100, accountLimit: 100, turnLimit: 2)
    let counts = Counts()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await gate.turn {
            counts.begin()
            await Task.yield()
            counts.end()
          }
        }
      }
      try await group.waitForAll()
    }
    let seen = counts.seen
    #expect(seen.now == 0 && (1...2).contains(seen.most) && seen.all == 50)
  }

  /// One that is cancelled while it waits gives up its turn; the next one gets it.
  @Test func aWaiterThatLeavesHoldsUpNobody() async throws {
    let gate = WorkGate(limit: 100, accountLimit: 100, turnLimit: 1)
    let (held, hold) = AsyncStream<Void>.makeStream()
    let (began, begin) = AsyncStream<Void>.makeStream()
    let first = Task {
      try await gate.turn {
        begin.finish()
        for await _ in held {}
      }
    }
    for await _ in began {}
    let leaving = Task { try await gate.turn {} }
    let staying = Task { try await gate.turn { true } }
    leaving.cancel()
    let left = await leaving.result
    hold.finish()
    try await first.value
    let had = try await staying.value
    #expect(throws: CancellationError.self) { try left.get() }
    #expect(had)
  }

  /// A place is given back when the body ends, however it ends.
  @Test func placesAreGivenBack() async throws {
    let gate = WorkGate(limit: 1, accountLimit: 1, turnLimit: 1)
    let account = UUID()
    for _ in 0..<3 {
      let refused = Mutex(false)
      await #expect(throws: CancellationError.self) {
        try await gate.admit(account) {
          do { try await gate.admit(account) {} } catch is GatewayError { refused.withLock { $0 = true } }
          throw CancellationError()
        }
      }
      #expect(refused.withLock { $0 })
    }
  }
}
