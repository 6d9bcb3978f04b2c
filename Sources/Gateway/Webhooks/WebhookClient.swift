package import Foundation
package import GuardedFetching

/// Posts webhooks: to https and to places that its configuration allows alone, and, where a developer asked for it, to
/// plain http on the loopback.
package struct WebhookClient: Sendable {
  private let fetcher: GuardedFetcher
  private let loopback: GuardedFetcher?

  /// - Throws: `misconfigured`.
  package init(
    configuration: FetchConfiguration = .webhooks, allowsPlaintextLoopback: Bool = false,
    limits: WebhookLimits = WebhookLimits()
  ) throws(FetchError) {
    self.init(
      fetcher: try GuardedFetcher(configuration: configuration.bounded(by: limits)),
      loopback: allowsPlaintextLoopback
        ? try GuardedFetcher(configuration: .loopbackWebhooks.bounded(by: limits), resolver: LoopbackResolver()) : nil)
  }

  /// - Parameter loopback: for what is plain http to the loopback; nil: nothing is.
  init(fetcher: GuardedFetcher, loopback: GuardedFetcher?) {
    self.fetcher = fetcher
    self.loopback = loopback
  }

  /// Reads a URL, and asks no network.
  ///
  /// - Returns: its host, by which deliveries are told apart that share a receiver.
  /// - Throws: `invalidURL`, `forbiddenAddress`.
  package func host(of url: String) throws(FetchError) -> String {
    switch try route(to: url).target.host {
    case .name(let name): return name
    case .address(let address): return address.description
    }
  }

  package func post(
    _ body: Data, to url: String, headers: [(name: String, value: String)], for account: String
  ) async throws(FetchError) -> PostReceipt {
    try await route(to: url).fetcher.post(body, to: url, headers: headers, for: account)
  }

  private func route(to url: String) throws(FetchError) -> (fetcher: GuardedFetcher, target: FetchTarget) {
    // INVARIANT: the fetcher for the loopback takes any address that is public too, so it is not asked for those.
    if let loopback, let target = try? loopback.check(url), target.host.isLoopback { return (loopback, target) }
    return (fetcher, try fetcher.check(url))
  }
}

extension FetchConfiguration {
  /// For plain http to the loopback, at any port: what a developer's receiver listens on.
  static let loopbackWebhooks = {
    var configuration = FetchConfiguration.webhooks
    configuration.schemes = [.http]
    configuration.ports = Set(1...65_535)
    configuration.addresses.allowed = FetchHost.loopback
    return configuration
  }()

  /// No webhook that has a place waits for a connection too.
  fileprivate func bounded(by limits: WebhookLimits) -> FetchConfiguration {
    var configuration = self
    configuration.connections = limits.deliveries
    configuration.connectionsPerHost = limits.perHost
    configuration.connectionsPerCaller = limits.perAccount
    return configuration
  }
}

extension FetchHost {
  fileprivate static let loopback = ["127.0.0.0/8", "::1/128"].compactMap { AddressNetwork($0) }
  fileprivate static let loopbackName = "localhost"

  fileprivate var isLoopback: Bool {
    switch self {
    case .name(let name): name == Self.loopbackName
    case .address(let address): Self.loopback.contains { $0.contains(address) }
    }
  }
}

/// Knows one name, and that without asking anybody (RFC 6761, 6.3).
struct LoopbackResolver: Resolver {
  func addresses(of name: String) async throws -> [IPAddress] {
    guard name == FetchHost.loopbackName else { return [] }
    return ["127.0.0.1", "::1"].compactMap { IPAddress($0) }
  }
}
