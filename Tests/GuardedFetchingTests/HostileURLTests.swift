import Testing

@testable import GuardedFetching

@Suite struct HostileURLTests {
  /// No file is cut short.
  @Test func casesAreThere() {
    #expect(FetchCase.hostile.count == 277)
    #expect(FetchCase.harmless.count == 20)
  }

  /// A hostile URL meets its refusal, and no connection is even asked for.
  @Test(arguments: FetchCase.hostile)
  func isRefused(hostile: FetchCase) async throws {
    let resolver = NaiveResolver(hostile.addresses)
    let connector = RecordingConnector()
    let fetcher = try GuardedFetcher(configuration: FetchConfiguration(), resolver: resolver, connector: connector)
    let error = await failure { try await fetcher.get(hostile.url, limit: 10) } as? FetchError
    #expect(error.map { "\($0.code)" } == hostile.refusal)
    #expect(connector.addresses.isEmpty)
    // A host that is refused for what it is leaves no trace in any name server.
    #expect(resolver.questions == (hostile.addresses == nil ? 0 : 1))
  }

  /// A harmless URL is connected to, at the address that it stands for: the connector above does see what gets through.
  @Test(arguments: FetchCase.harmless)
  func isConnectedTo(harmless: FetchCase) async throws {
    let connector = RecordingConnector()
    let fetcher = try GuardedFetcher(
      configuration: FetchConfiguration(), resolver: NaiveResolver(harmless.addresses), connector: connector)
    let error = await failure { try await fetcher.get(harmless.url, limit: 10) } as? FetchError
    #expect(error?.code == .unreachable)
    let target = try FetchTarget(harmless.url, FetchConfiguration())
    let literal: [IPAddress] = if case .address(let address) = target.host { [address] } else { [] }
    #expect(connector.addresses == harmless.addresses?.compactMap { IPAddress($0) } ?? literal)
    #expect(connector.addresses.count == 1)
  }

  /// With every network allowed the hostile addresses do get through: it is the rules that hold them.
  @Test func areHeldByTheRules() async throws {
    var configuration = FetchConfiguration()
    configuration.addresses.allowed = ["0.0.0.0/0", "::/0"].compactMap { AddressNetwork($0) }
    var connections = 0
    for hostile in FetchCase.hostile {
      let connector = RecordingConnector()
      let fetcher = try GuardedFetcher(
        configuration: configuration, resolver: NaiveResolver(hostile.addresses), connector: connector)
      _ = await failure { try await fetcher.get(hostile.url, limit: 10) }
      connections += connector.addresses.isEmpty ? 0 : 1
    }
    #expect(connections >= 80)
  }
}
