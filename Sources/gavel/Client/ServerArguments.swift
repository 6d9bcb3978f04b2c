internal import ArgumentParser
internal import AsyncHTTPClient
internal import Configuration
internal import Foundation
internal import NIOCore
internal import NIOSSL

/// The server a command speaks to.
struct ServerArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The server. (default: $GAVEL_SERVER, else https://127.0.0.1:8443)", valueName: "url"))
  var server: String?

  @Option(help: ArgumentHelp("Trust this certificate, as PEM: a self-signed server's own.", valueName: "file"))
  var caCertificate: String?

  static let timeout: TimeAmount = .seconds(30)
  static let answerBytes = 64 << 20

  /// Speaks to the server, and says on standard error what it refused.
  ///
  /// - Parameter needsKey: whether the server lets in nobody without one.
  /// - Throws: `ExitCode`.
  func withConnection(
    needsKey: Bool = true, _ body: (ServerConnection) async throws -> Void
  ) async throws {
    do {
      let settings = try await Settings(file: nil)
      let key = needsKey ? settings.secret("apiKey") : nil
      if needsKey, key == nil { throw SettingError("set GAVEL_API_KEY to a key of the server") }
      var address = settings.string("server", flag: server, default: "https://127.0.0.1:8443")
      while address.hasSuffix("/") { address.removeLast() }
      var configuration = HTTPClient.Configuration(
        redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10)))
      if let file = settings.string("caCertificate", flag: caCertificate) {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(file)
        configuration.tlsConfiguration = tls
      }
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      do {
        try await body(ServerConnection(client: client, address: address, key: key))
      } catch {
        try? await client.shutdown()
        throw error
      }
      try await client.shutdown()
    } catch let error as ExitCode {
      throw error
    } catch let error as ServerRefusal {
      Terminal.complain(error.message)
      throw ExitCode(error.isInput ? Terminal.ExitCode.errors : Terminal.ExitCode.couldNotRun)
    } catch {
      Terminal.complain("\(error)")
      throw ExitCode(Terminal.ExitCode.couldNotRun)
    }
  }
}
