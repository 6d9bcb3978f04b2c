import Synchronization
import Testing

@testable import Gateway

/// One after the other.
struct TurnTakingTests {
  private final class Count: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func enter() {
      state.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
    }

    func leave() { state.withLock { $0.now -= 1 } }
  }

  /// No two are at it at once, all have their turn, and one that fails passes it on.
  @Test func oneAtATime() async {
    struct Failed: Error {}
    let turns = TurnTaking()
    let count = Count()
    let ended = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          do {
            return try await turns.turn {
              count.enter()
              await Task.yield()
              count.leave()
              if number % 3 == 0 { throw Failed() }
              return true
            }
          } catch {
            return false
          }
        }
      }
      return await group.reduce(into: [true: 0, false: 0]) { $0[$1, default: 0] += 1 }
    }
    #expect(ended == [true: 133, false: 67])
    #expect(count.most == 1)
  }
}
