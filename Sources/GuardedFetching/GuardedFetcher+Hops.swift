extension GuardedFetcher {
  /// How many of a name's addresses are tried, of either family.
  private static let triesPerFamily = 2
  /// A name with more addresses than this is refused rather than checked.
  private static let mostAddresses = 256

  /// One exchange with one host.
  func answer(to exchange: Exchange) async throws(FetchError) -> ExchangeAnswer {
    for address in try await checkedAddresses(of: exchange.target.host) {
      do throws(ExchangeFailure) {
        return try await connector.answer(to: exchange, at: address)
      } catch {
        if Task.isCancelled { throw .cancelled }
        guard error == .notConnected else { throw Self.error(error, exchange, address) }
      }
    }
    throw .unreachable("no address of `\(exchange.target.host.authority)` takes a connection")
  }

  /// The addresses to try, in their order.
  ///
  /// One address that may not be connected to condemns the name: who mixes them with public ones plays a game.
  private func checkedAddresses(of host: FetchHost) async throws(FetchError) -> [IPAddress] {
    // INVARIANT: an address that stands in the URL was checked when the URL was read, and is checked here again.
    let addresses: [IPAddress]
    switch host {
    case .address(let address): addresses = [address]
    case .name(let name):
      do {
        addresses = try await resolver.addresses(of: name)
      } catch {
        throw Task.isCancelled ? .cancelled : .unreachable("`\(name)` cannot be looked up")
      }
    }
    guard !addresses.isEmpty, addresses.count <= Self.mostAddresses else {
      throw .unreachable("`\(host.authority)` has \(addresses.count) addresses")
    }
    for address in addresses {
      guard let use = configuration.addresses.refusal(of: address) else { continue }
      throw .unreachable("`\(host.authority)` has the address \(address): \(use)")
    }
    return Self.tries(addresses)
  }

  private static func tries(_ addresses: [IPAddress]) -> [IPAddress] {
    var v4 = 0
    var v6 = 0
    return addresses.filter { address in
      switch address {
      case .v4:
        v4 += 1
        return v4 <= triesPerFamily
      case .v6:
        v6 += 1
        return v6 <= triesPerFamily
      }
    }
  }

  private static func error(_ failure: ExchangeFailure, _ exchange: Exchange, _ address: IPAddress) -> FetchError {
    switch failure {
    case .notConnected: .unreachable("\(address) takes no connection")
    case .notTrusted: .unreachable("the certificate of \(address) is not one of `\(exchange.target.host.authority)`")
    case .brokenOff: FetchError(.unusableAnswer, "the server broke off before its answer was complete")
    case .malformed: FetchError(.unusableAnswer, "the server's answer is not HTTP that can be read")
    case .encoded: FetchError(.unusableAnswer, "the server's answer is compressed, which was not asked for")
    case .tooLarge: .tooLarge(exchange.wish.limit)
    }
  }
}
