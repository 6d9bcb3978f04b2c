import Synchronization

@testable import GuardedFetching

/// Answers when it is let, and counts who waits, for each host.
final class GateConnector: Connector {
  private struct State {
    var isOpen = false
    var now: [FetchHost: Int] = [:]
    var mostOfAll = 0
    var mostOfHost = 0
    var all = 0
  }

  private let state = Mutex(State())

  /// How many are under way.
  var now: Int { state.withLock { $0.now.values.reduce(0, +) } }
  var mostOfAll: Int { state.withLock { $0.mostOfAll } }
  var mostOfHost: Int { state.withLock { $0.mostOfHost } }
  /// How many were ever asked for.
  var all: Int { state.withLock { $0.all } }

  func open() { state.withLock { $0.isOpen = true } }

  func answer(to exchange: Exchange, at address: IPAddress) async throws(ExchangeFailure) -> ExchangeAnswer {
    let host = exchange.target.host
    state.withLock { state in
      state.all += 1
      state.now[host, default: 0] += 1
      state.mostOfHost = max(state.mostOfHost, state.now[host, default: 0])
      state.mostOfAll = max(state.mostOfAll, state.now.values.reduce(0, +))
    }
    defer { state.withLock { $0.now[host, default: 0] -= 1 } }
    repeat {
      do { try await Task.sleep(for: .milliseconds(1)) } catch { throw .brokenOff }
    } while !state.withLock { $0.isOpen }
    return ExchangeAnswer(status: 200)
  }
}
