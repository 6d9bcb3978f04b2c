internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

/// Opens a TCP connection to an address, with TLS where the scheme says so, for one HTTP/1.1 exchange.
///
/// It knows no names to look up, no proxy, no redirect, no pool, no decompression.
struct SocketConnector: Connector {
  private static let longestHead = 32_768
  private static let longestField = 8_192
  private static let mostFields = 128

  private let connectTime: Duration
  private let tls: NIOSSLContext

  /// - Throws: `misconfigured` where the trusted certificates cannot be read.
  init(_ configuration: FetchConfiguration) throws(FetchError) {
    connectTime = configuration.connectTime
    var settings = TLSConfiguration.makeClientConfiguration()
    settings.minimumTLSVersion = .tlsv12
    settings.certificateVerification = .fullVerification
    settings.applicationProtocols = ["http/1.1"]
    // A server that does not say goodbye is not waited for.
    settings.shutdownTimeout = .milliseconds(100)
    do {
      if let file = configuration.trustedRootsFile {
        settings.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(file))]
      }
      tls = try NIOSSLContext(configuration: settings)
    } catch {
      throw FetchError(.misconfigured, "the certificates that are to be trusted cannot be read")
    }
  }

  func answer(to exchange: Exchange, at address: IPAddress) async throws(ExchangeFailure) -> ExchangeAnswer {
    let connection = Connection()
    do {
      return try await withTaskCancellationHandler {
        try await self.answer(to: exchange, at: address, on: connection)
      } onCancel: {
        connection.close()
      }
    } catch {
      throw error as? ExchangeFailure ?? .brokenOff
    }
  }

  private func answer(
    to exchange: Exchange, at address: IPAddress, on connection: Connection
  ) async throws -> ExchangeAnswer {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let promise = loop.makePromise(of: ExchangeAnswer.self)
    let channel: any Channel
    do {
      let socketAddress = try SocketAddress(
        packedIPAddress: ByteBuffer(bytes: address.bytes), port: exchange.target.port)
      channel = try await ClientBootstrap(group: loop)
        .connectTimeout(TimeAmount(connectTime))
        .channelOption(.socketOption(.tcp_nodelay), value: 1)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            guard connection.adopt(channel) else { throw ExchangeFailure.notConnected }
            try addHandlers(to: channel, exchange, promise)
          }
        }
        .connect(to: socketAddress).get()
    } catch {
      promise.fail(ExchangeFailure.notConnected)
      throw ExchangeFailure.notConnected
    }
    let outcome: Result<ExchangeAnswer, any Error>
    do {
      outcome = .success(try await promise.futureResult.get())
    } catch {
      outcome = .failure(error)
    }
    connection.close()
    // The turn that the caller gives back stands for a socket.
    try? await channel.closeFuture.get()
    return try outcome.get()
  }

  private func addHandlers(
    to channel: any Channel, _ exchange: Exchange, _ promise: EventLoopPromise<ExchangeAnswer>
  ) throws {
    let pipeline = channel.pipeline.syncOperations
    if exchange.target.scheme == .https {
      // Without a server name the certificate is checked for the address that is connected to.
      let serverName = exchange.target.host.serverName
      try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: serverName))
      try pipeline.addHandler(TrustedStart(serverName))
    }
    let framing = FramingLimit(Self.longestHead)
    try pipeline.addHandler(framing)
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = Self.longestField
    limits.maxHeaderListSize = Self.longestHead
    limits.maxHeaderFieldCount = Self.mostFields
    try pipeline.addHTTPClientHandlers(decoderLimitConfiguration: limits)
    try pipeline.addHandler(ExchangeHandler(exchange, framing, promise))
  }
}
