import Synchronization

@testable import GuardedFetching

/// Remembers every address that a connection was asked for, and passes the request on.
final class RecordingConnector: Connector {
  private let base: (any Connector)?
  private let record = Mutex<[IPAddress]>([])

  /// - Parameter base: nil: no connection comes about.
  init(_ base: (any Connector)? = nil) {
    self.base = base
  }

  var addresses: [IPAddress] { record.withLock { $0 } }

  func answer(to exchange: Exchange, at address: IPAddress) async throws(ExchangeFailure) -> ExchangeAnswer {
    record.withLock { $0.append(address) }
    guard let base else { throw .notConnected }
    return try await base.answer(to: exchange, at: address)
  }
}
