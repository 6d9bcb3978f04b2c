internal import Foundation
internal import Storage
internal import Synchronization
internal import Testing

@testable internal import Gateway
@testable internal import GuardedFetching

/// The URLs that the guard of image URLs is held against, as webhook URLs.
struct HostileWebhookURLTests {
  struct Case: Decodable, Sendable {
    var url: String
    var addresses: [String]?
  }

  /// As they stand, and as https at https's port: what most of them would be refused for is not their scheme then.
  static let cases: [Case] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../GuardedFetchingTests/Cases/hostile-urls.jsonl").standardized
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let cases = text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    return cases
      + cases.map { hostile in
        var secure = hostile
        if secure.url.hasPrefix("http:") {
          secure.url = "https:" + secure.url.dropFirst(5).replacing(":80/", with: "/")
        }
        return secure
      }
  }()

  /// No connection is asked for, whether a URL is refused when a job is made or when its webhook is sent.
  @Test func areRefused() async throws {
    #expect(Self.cases.count == 2 * 277)
    var refusedAtOnce = 0
    for hostile in Self.cases {
      let connections = Connections()
      let client = WebhookClient(
        fetcher: try GuardedFetcher(
          configuration: .webhooks, resolver: Names(addresses: hostile.addresses), connector: connections),
        loopback: nil)
      if (try? client.host(of: hostile.url)) == nil { refusedAtOnce += 1 }
      await #expect(throws: FetchError.self) {
        try await client.post(Data("{}".utf8), to: hostile.url, headers: [], for: "")
      }
      #expect(connections.count == 0, "\(hostile.url)")
    }
    #expect(refusedAtOnce >= 500)
  }

  /// The same with the developer's switch: the loopback is reached by plain http alone, and nothing but the loopback is.
  @Test func reachNothingButTheLoopback() async throws {
    for hostile in Self.cases {
      let connections = Connections()
      let client = WebhookClient(
        fetcher: try GuardedFetcher(
          configuration: .webhooks, resolver: Names(addresses: hostile.addresses), connector: connections),
        loopback: try GuardedFetcher(
          configuration: .loopbackWebhooks, resolver: LoopbackResolver(), connector: connections))
      await #expect(throws: FetchError.self) {
        try await client.post(Data("{}".utf8), to: hostile.url, headers: [], for: "")
      }
      let reached = connections.addresses
      #expect(reached.allSatisfy { FetchConfiguration.loopbackWebhooks.addresses.allowed.contains(where: $0.isIn) })
      #expect(reached.isEmpty || hostile.url.lowercased().hasPrefix("http://"), "\(hostile.url)")
    }
  }

  /// A harmless URL is connected to: the connector does see what gets through.
  @Test func harmlessOnesAreConnectedTo() async throws {
    let connections = Connections()
    let client = WebhookClient(
      fetcher: try GuardedFetcher(
        configuration: .webhooks, resolver: Names(addresses: ["93.184.216.34"]), connector: connections),
      loopback: nil)
    await #expect(throws: FetchError.self) {
      try await client.post(Data(), to: "https://hooks.example.com/", headers: [], for: "")
    }
    #expect(connections.addresses == [.v4(0x5db8_d822)])
  }
}

extension IPAddress {
  fileprivate func isIn(_ network: AddressNetwork) -> Bool { network.contains(self) }
}

/// Every name has the addresses of its case; one without any is public.
private struct Names: Resolver {
  var addresses: [String]?

  func addresses(of name: String) async throws -> [IPAddress] {
    (addresses ?? ["93.184.216.34"]).compactMap { IPAddress($0) }
  }
}

/// Remembers which addresses were to be connected to, and connects to none.
private final class Connections: Connector {
  private let asked = Mutex<[IPAddress]>([])

  var addresses: [IPAddress] { asked.withLock { $0 } }
  var count: Int { addresses.count }

  func answer(to exchange: Exchange, at address: IPAddress) async throws(ExchangeFailure) -> ExchangeAnswer {
    asked.withLock { $0.append(address) }
    throw .notConnected
  }
}
