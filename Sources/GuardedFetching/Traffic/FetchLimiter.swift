/// A fetch's turn: first among its caller's, then among those to its host, then among all.
///
/// In that order nobody holds what others need while they wait for more than one connection to end: a caller with a
/// thousand slow URLs has its own share in front of the last line, and so keeps out no other caller.
final class FetchLimiter: Sendable {
  private enum All: Hashable, Sendable { case all }

  private let callers: SlotLimiter<String>
  private let hosts: SlotLimiter<FetchHost>
  private let connections: SlotLimiter<All>

  init(_ configuration: FetchConfiguration) {
    let longest = configuration.longestQueue
    callers = SlotLimiter(slotsPerKey: configuration.connectionsPerCaller, longestQueue: longest)
    hosts = SlotLimiter(slotsPerKey: configuration.connectionsPerHost, longestQueue: longest)
    connections = SlotLimiter(slotsPerKey: configuration.connections, longestQueue: longest)
  }

  /// How many wait, and for how many hosts there is a fetch.
  var load: (waiting: Int, hosts: Int) {
    (callers.waitingCount + hosts.waitingCount + connections.waitingCount, hosts.keyCount)
  }

  func withTurn<Answer: Sendable>(
    of caller: String, at host: FetchHost, _ body: @Sendable () async throws(FetchError) -> Answer
  ) async throws(FetchError) -> Answer {
    try await callers.enter(caller)
    defer { callers.leave(caller) }
    try await hosts.enter(host)
    defer { hosts.leave(host) }
    try await connections.enter(.all)
    defer { connections.leave(.all) }
    return try await body()
  }
}
