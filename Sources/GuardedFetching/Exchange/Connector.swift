/// What opens connections. There is one way to say where to: an address.
protocol Connector: Sendable {
  /// One request on a connection of its own, which is closed when this returns or throws. It ends soon when its task is
  /// cancelled.
  func answer(to exchange: Exchange, at address: IPAddress) async throws(ExchangeFailure) -> ExchangeAnswer
}
