import Foundation
import NIOSSL
import Testing

@testable import GuardedFetching

@Suite struct SecureFetchTests {
  private static let ok: RawServer.Script = { _, _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")] }

  private static func error(
    _ certificates: TestCertificates, trusted: TestCertificates, url: (Int) -> String
  ) async throws -> (FetchError?, names: [String?], requests: Int) {
    try await RawServer.run(tls: certificates.server, ok) { server in
      let error = await (try fetcher(server, trusted)).error(url(server.port))
      return (error, server.serverNames, server.requests.count)
    }
  }

  private static func fetcher(_ server: RawServer, _ trusted: TestCertificates) throws -> LoopbackFetcher {
    try LoopbackFetcher(ports: [server.port]) { $0.trustedRootsFile = trusted.rootFile.path }
  }

  /// The certificate is checked for the URL's name, which the server is told, though the connection goes to an address.
  @Test func name() async throws {
    let certificates = try TestCertificates(names: ["images.example.com"])
    defer { certificates.remove() }
    let outcome = try await Self.error(certificates, trusted: certificates) { "https://Images.example.com.:\($0)/" }
    #expect(outcome == (nil, ["images.example.com"], 1))
  }

  /// A certificate for another name, or by an authority that is not trusted, gets no request.
  @Test(arguments: [
    (["else.example.com"], true), (["*.com"], true), (["127.0.0.1"], true), (["images.example.com"], false),
  ])
  func otherCertificates(names: [String], isTrusted: Bool) async throws {
    let certificates = try TestCertificates(names: names)
    let others = try TestCertificates(names: names)
    defer {
      certificates.remove()
      others.remove()
    }
    let outcome = try await Self.error(certificates, trusted: isTrusted ? certificates : others) {
      "https://images.example.com:\($0)/"
    }
    #expect(outcome.0?.code == .unreachable && outcome.requests == 0)
  }

  /// A URL with an address needs a certificate for the address, and says no name.
  @Test(arguments: [
    ("127.0.0.1", nil), ("127.0.0.2", FetchError.Code.unreachable), ("images.example.com", .unreachable),
  ])
  func address(name: String, code: FetchError.Code?) async throws {
    let certificates = try TestCertificates(names: [name])
    defer { certificates.remove() }
    let outcome = try await Self.error(certificates, trusted: certificates) { "https://127.0.0.1:\($0)/" }
    #expect(outcome.0?.code == code && outcome.names == [nil])
  }

  /// A server that redirects from https to http is not followed.
  @Test func downgrade() async throws {
    let certificates = try TestCertificates(names: ["images.example.com"])
    defer { certificates.remove() }
    try await RawServer.run(tls: certificates.server) { request, _ in
      let host = request.split(separator: "\r\n").first { $0.hasPrefix("Host: ") }?.dropFirst(6) ?? ""
      return [.send("HTTP/1.1 302 X\r\nLocation: http://\(host)/\r\n\r\n")]
    } _: { server in
      let loopback = try Self.fetcher(server, certificates)
      #expect(await loopback.error("https://images.example.com:\(server.port)/")?.code == .forbiddenRedirect)
      #expect(loopback.connector.addresses.count == 1 && server.requests.count == 1)
    }
  }
}
