import Testing

@testable import GuardedFetching

@Suite struct SystemResolverTests {
  /// The machine's own name leads to the loopback, each address once.
  @Test func loopback() async throws {
    let addresses = try await SystemResolver().addresses(of: "localhost")
    #expect(!addresses.isEmpty && Set(addresses).count == addresses.count)
    #expect(addresses.allSatisfy { SpecialNetwork.use(of: $0) == "loopback" })
  }

  /// A name that no system looks up has no addresses.
  @Test func unknown() async throws {
    #expect(try await SystemResolver().addresses(of: "a..b").isEmpty)
  }

  /// Many look-ups at once all end, though the threads are few.
  @Test func many() async throws {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<200 { group.addTask { try await SystemResolver().addresses(of: "localhost").count } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.count == 200 && Set(counts).count == 1)
  }

  /// A look-up ends once, with what comes first: the answer, or the caller's leave, be it before anybody waits.
  @Test func endsOnce() async throws {
    let lookup = PendingLookup()
    lookup.end(.success([.v4(1)]))
    lookup.end(.failure(CancellationError()))
    #expect(lookup.hasEnded)
    #expect(try await withCheckedThrowingContinuation { lookup.await($0) } == [.v4(1)])

    let left = PendingLookup()
    let waiter = Task { try await withCheckedThrowingContinuation { left.await($0) } }
    left.end(.failure(CancellationError()))
    left.end(.success([.v4(1)]))
    #expect(await failure { try await waiter.value } is CancellationError)
  }

  /// Who is cancelled does not wait for the system.
  @Test func cancelled() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await SystemResolver().addresses(of: "localhost")
    }
    #expect(await failure { try await task.value } is CancellationError)
  }
}
