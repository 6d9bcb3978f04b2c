internal import ArgumentParser
internal import AsyncHTTPClient
internal import Configuration
internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import NIOCore
internal import NIOFoundationCompat
internal import NIOHTTP1
internal import NIOSSL
internal import SwiftProtobuf

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

/// What the server answered instead of what was asked for.
struct ServerRefusal: Error {
  var message: String
  /// Whether the command was given something that is wrong, and everything else went well.
  var isInput = false
  /// Whether it did not answer, or for the moment only.
  var isUnreachable = false
}

struct ServerConnection {
  let client: HTTPClient
  let address: String
  /// Nil where it speaks as nobody.
  let key: String?

  /// Calls a unary method.
  ///
  /// - Throws: `ServerRefusal` with the server's own words.
  func call<Answer: Message>(
    _ method: HTTPMethod, _ path: String, _ message: (any Message)? = nil, returning: Answer.Type = Answer.self
  ) async throws -> Answer {
    try await callWithHeaders(method, path, message).answer
  }

  /// The same, with the headers of the answer.
  func callWithHeaders<Answer: Message>(
    _ method: HTTPMethod, _ path: String, _ message: (any Message)? = nil, returning: Answer.Type = Answer.self
  ) async throws -> (answer: Answer, headers: HTTPHeaders) {
    var request = request(method, path)
    if let message {
      var bytes: [UInt8] = []
      try ProtoJSONWriter.encode(message, into: &bytes)
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(bytes)
    }
    let (status, headers, body) = try await exchange(request, timeout: ServerArguments.timeout)
    guard status == .ok else { throw ServerRefusal(message: Self.message(of: status, body)) }
    return (try ProtoJSONReader.decode(from: Array(buffer: body)), headers)
  }

  /// A request with the key, where there is one, and without a body.
  func request(_ method: HTTPMethod, _ path: String) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: address + path)
    request.method = method
    if let key { request.headers.add(name: "Authorization", value: "Bearer \(key)") }
    return request
  }

  /// - Throws: `ServerRefusal` where no whole answer comes.
  func exchange(
    _ request: HTTPClientRequest, timeout: TimeAmount
  ) async throws -> (status: HTTPResponseStatus, headers: HTTPHeaders, body: ByteBuffer) {
    do {
      let response = try await client.execute(request, timeout: timeout)
      return (response.status, response.headers, try await response.body.collect(upTo: ServerArguments.answerBytes))
    } catch {
      throw ServerRefusal(message: "\(address) cannot be reached: \(error)", isUnreachable: true)
    }
  }

  /// The server's own words for what it did not do.
  static func message(of status: HTTPResponseStatus, _ body: ByteBuffer) -> String {
    let refusal = try? ProtoJSONReader.decode(Google_Rpc_Status.self, from: Array(buffer: body))
    return refusal?.message ?? "the server answered \(status.code)"
  }
}
