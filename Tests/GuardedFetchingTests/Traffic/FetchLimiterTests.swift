import Testing

@testable import GuardedFetching

@Suite struct FetchLimiterTests {
  private static func fetcher(
    _ gate: GateConnector, _ change: (inout FetchConfiguration) -> Void = { _ in }
  ) throws -> GuardedFetcher {
    var configuration = FetchConfiguration()
    configuration.time = .seconds(60)
    change(&configuration)
    return try GuardedFetcher(configuration: configuration, resolver: NaiveResolver(nil), connector: gate)
  }

  /// A thousand URLs have as many connections as is allowed, in all and per host, and all of them are fetched.
  @Test func boundsConnections() async throws {
    let gate = GateConnector()
    let fetcher = try Self.fetcher(gate) { $0.connectionsPerCaller = 1_000 }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<1_000 {
        group.addTask { _ = try await fetcher.get("http://h\(number % 20).example.com/\(number)", limit: 10) }
      }
      try await until { gate.now == 32 && fetcher.limiter.load.waiting == 968 }
      gate.open()
      try await group.waitForAll()
    }
    #expect(gate.mostOfAll == 32 && gate.mostOfHost <= 4 && gate.all == 1_000)
    #expect(fetcher.limiter.load == (0, 0))
  }

  /// One host has its share, whoever asks.
  @Test func boundsConnectionsPerHost() async throws {
    let gate = GateConnector()
    let fetcher = try Self.fetcher(gate)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<30 {
        group.addTask { _ = try await fetcher.get("http://a.example.com/", limit: 10, for: "\(number)") }
      }
      try await until { gate.now == 4 && fetcher.limiter.load.waiting == 26 }
      gate.open()
      try await group.waitForAll()
    }
    #expect(gate.mostOfHost == 4 && gate.all == 30)
  }

  /// A caller whose fetches are slow keeps nobody else out.
  @Test func callersAreApart() async throws {
    let gate = GateConnector()
    let fetcher = try Self.fetcher(gate) { $0.connectionsPerCaller = 31 }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<100 {
        group.addTask { _ = try await fetcher.get("http://h\(number).example.com/", limit: 10, for: "greedy") }
      }
      try await until { gate.now == 31 && fetcher.limiter.load.waiting == 69 }
      group.addTask { _ = try await fetcher.get("http://other.example.com/", limit: 10, for: "modest") }
      try await until { gate.now == 32 }
      gate.open()
      try await group.waitForAll()
    }
    #expect(gate.all == 101)
  }

  /// What comes when the queue is full is refused; who leaves it makes room.
  @Test func longestQueue() async throws {
    let gate = GateConnector()
    let fetcher = try Self.fetcher(gate) {
      $0.connectionsPerCaller = 1
      $0.longestQueue = 1
    }
    let first = Task { try await fetcher.get("http://a.example.com/", limit: 10) }
    try await until { gate.now == 1 }
    let second = Task { try await fetcher.get("http://b.example.com/", limit: 10) }
    try await until { fetcher.limiter.load.waiting == 1 }
    let refused = await failure { try await fetcher.get("http://c.example.com/", limit: 10) }
    #expect(refused as? FetchError == .overloaded)
    second.cancel()
    #expect(await failure { try await second.value } as? FetchError == .cancelled)
    #expect(fetcher.limiter.load.waiting == 0)
    gate.open()
    _ = try await first.value
    #expect(gate.all == 1)
  }

  /// A fetch that is cancelled before it begins connects to nothing.
  @Test func cancelledBefore() async throws {
    let gate = GateConnector()
    let fetcher = try Self.fetcher(gate)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await fetcher.get("http://a.example.com/", limit: 10)
    }
    #expect(await failure { try await task.value } as? FetchError == .cancelled)
    #expect(gate.all == 0 && fetcher.limiter.load == (0, 0))
  }

  /// A turn is given back when a fetch runs out of time.
  @Test func turnEndsWithTheTime() async throws {
    let gate = GateConnector()
    let fetcher = try Self.fetcher(gate) { $0.time = .milliseconds(50) }
    for _ in 0..<3 {
      #expect(await failure { try await fetcher.get("http://a.example.com/", limit: 10) } as? FetchError == .timedOut)
    }
    #expect(gate.now == 0 && fetcher.limiter.load == (0, 0))
  }
}
