import Synchronization
import TestSupport
import Testing

@testable import RemoteModels

@Suite struct RequestLimiterTests {
  /// How many bodies run, ran at once, and ran at all.
  private final class Count: Sendable {
    private let counts = Mutex((now: 0, most: 0, all: 0))

    var most: Int { counts.withLock { $0.most } }
    var all: Int { counts.withLock { $0.all } }

    func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.all + 1) } }

    func leave() { counts.withLock { $0.now -= 1 } }
  }

  /// Never more bodies run at once than there are slots, and all of them run.
  @Test func boundsWhatRunsAtOnce() async throws {
    let limiter = RequestLimiter(slots: 3)
    let count = Count()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await limiter.withSlot {
            count.enter()
            await Task.yield()
            count.leave()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(count.most <= 3 && count.all == 50)
    #expect(limiter.load == (0, 0))
  }

  /// A waiter that is cancelled leaves the queue at once; one that comes cancelled does not join it.
  @Test func cancelledWaitersLeave() async throws {
    let limiter = RequestLimiter(slots: 1)
    try await limiter.withSlot {
      let waiter = Task { try await limiter.withSlot {} }
      try await until { limiter.load.waiting == 1 }
      waiter.cancel()
      await #expect(throws: CancellationError.self) { try await waiter.value }
      let late = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        try await limiter.withSlot {}
      }
      await #expect(throws: CancellationError.self) { try await late.value }
      #expect(limiter.load == (1, 0))
    }
    #expect(limiter.load == (0, 0))
  }

  /// What finds the queue full is refused with a reason.
  @Test func refusesWhatIsTooMuch() async throws {
    let limiter = RequestLimiter(slots: 1, longestQueue: 0)
    try await limiter.withSlot {
      let error = await #expect(throws: RemoteModelError.self) { try await limiter.withSlot {} }
      #expect(error?.code == .overloaded)
    }
  }

  /// A body that throws gives its slot back.
  @Test func failuresGiveTheirSlotBack() async throws {
    let limiter = RequestLimiter(slots: 1)
    await #expect(throws: RemoteModelError.unreachable) {
      try await limiter.withSlot { throw RemoteModelError.unreachable }
    }
    #expect(limiter.load == (0, 0))
  }

  /// A slot that nobody holds is to be had at once, and none beyond; it goes back once, however often it is given.
  @Test func freeSlotsAreTakenWithoutWaiting() async throws {
    let limiter = RequestLimiter(slots: 1)
    let slot = try #require(limiter.freeSlot(for: .texts))
    #expect(limiter.freeSlot(for: .texts) == nil)
    try await slot.take()
    #expect(limiter.load == (1, 0))
    slot.giveBack()
    slot.giveBack()
    #expect(limiter.load == (0, 0))
    try await slot.take()
    #expect(limiter.load == (1, 0) && limiter.freeSlot(for: .texts) == nil)
    slot.giveBack()
  }
}

extension RequestLimiter {
  fileprivate func withSlot<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    let slot = RequestSlot(of: self, for: .texts)
    try await slot.take()
    defer { slot.giveBack() }
    return try await body()
  }
}
