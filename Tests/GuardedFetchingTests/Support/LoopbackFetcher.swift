import Foundation

@testable import GuardedFetching

/// A fetcher that may reach the loopback, and no more; with what it looked up and connected to.
struct LoopbackFetcher {
  static let loopback: [AddressNetwork] = [AddressNetwork("127.0.0.0/8")].compactMap { $0 }

  let fetcher: GuardedFetcher
  let resolver: ScriptedResolver
  let connector: RecordingConnector

  /// - Parameter names: beside `images.example.com` and `other.example.com`, which lead to the loopback.
  ///   - timeIsOver: returns when a fetch's time is to be over; nil: after a minute.
  init(
    ports: [Int], names: [String: [[String]]] = [:], _ change: (inout FetchConfiguration) -> Void = { _ in },
    timeIsOver: (@Sendable () async throws -> Void)? = nil
  ) throws {
    var configuration = FetchConfiguration()
    configuration.addresses.allowed = Self.loopback
    configuration.ports = Set(ports)
    // So long that a bound that does not hold is found out by another error than this one.
    configuration.time = .seconds(60)
    change(&configuration)
    let here = ["images.example.com": [["127.0.0.1"]], "other.example.com": [["127.0.0.1"]]]
    resolver = ScriptedResolver(here.merging(names) { $1 })
    connector = RecordingConnector(try SocketConnector(configuration))
    fetcher = try GuardedFetcher(
      configuration: configuration, resolver: resolver, connector: connector, timeIsOver: timeIsOver)
  }

  /// The error that a fetch ends with; nil where it brings a body.
  func error(_ url: String, limit: Int = 1_000) async -> FetchError? {
    do throws(FetchError) {
      _ = try await fetcher.get(url, limit: limit)
      return nil
    } catch {
      return error
    }
  }
}
