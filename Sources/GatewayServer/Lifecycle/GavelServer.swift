internal import GRPCCore
internal import GRPCNIOTransportHTTP2
internal import Gateway
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
package import Logging
internal import NIOCore
internal import NIOSSL
package import ServiceLifecycle
internal import Synchronization
package import UnixSignals

/// The process as a server: both transports over one set of services.
package struct GavelServer: Sendable {
  /// Where it listens, once it does.
  package struct Addresses: Sendable, Hashable {
    package var restPort: Int
    package var grpcPort: Int
  }

  /// How long streams may go on once the server was told to stop.
  package static let drain: Duration = .seconds(30)

  private let options: ServerOptions
  private let services: ServiceSet
  private let background: [any Service]
  private let logger: Logger

  /// - Parameter background: what runs beside the transports and stops after them.
  package init(options: ServerOptions, services: ServiceSet, background: [any Service], logger: Logger) {
    self.options = options
    self.services = services
    self.background = background
    self.logger = logger
  }

  /// Settles what an earlier run left, then serves until the process is told to stop (SIGTERM, SIGINT), then drains.
  ///
  /// - Parameter onReady: is called once, when both transports listen.
  /// - Throws: where a port cannot be bound, a certificate does not load, or the store fails.
  package func run(
    signals: [UnixSignal] = [.sigterm, .sigint], onReady: @escaping @Sendable (Addresses) async -> Void
  ) async throws {
    try await services.runner.settle()
    let restPort = Mutex<Int?>(nil)
    let rest = Application(
      router: RESTResponder(services: services).router(), server: try restServer(),
      configuration: .init(address: .hostname(options.host, port: options.restPort), serverName: nil),
      onServerRunning: { channel in restPort.withLock { $0 = channel.localAddress?.port } }, logger: quiet)
    let transport = HTTP2ServerTransport.Posix(
      address: options.host.contains(":")
        ? .ipv6(host: options.host, port: options.grpcPort) : .ipv4(host: options.host, port: options.grpcPort),
      transportSecurity: grpcSecurity, config: .defaults(configure: Self.configure))
    let grpc = GRPCServer(
      transport: BoundedTransport(wrapped: transport), services: GRPCServices.all(services),
      interceptors: [AuthenticationInterceptor(gate: services.gate)])

    let readiness = Readiness(health: services.health) {
      let address = try await transport.listeningAddress
      let grpcPort = address.ipv4?.port ?? address.ipv6?.port
      while true {
        if let restPort = restPort.withLock({ $0 }) {
          services.publicAddress.listen(at: options.address(port: restPort))
          await onReady(Addresses(restPort: restPort, grpcPort: grpcPort ?? 0))
          return
        }
        try await Task.sleep(for: .milliseconds(5))
      }
    }
    var configuration = ServiceGroupConfiguration(
      services: background + [GRPCService(server: grpc), rest, readiness], gracefulShutdownSignals: signals,
      logger: quiet)
    configuration.maximumGracefulShutdownDuration = Self.drain
    try await ServiceGroup(configuration: configuration).run()
  }

  /// The libraries' own words are for debugging.
  private var quiet: Logger {
    var logger = logger
    if logger.logLevel > .debug { logger.logLevel = .warning }
    return logger
  }

  private func restServer() throws -> HTTPServerBuilder {
    let http = HTTPServerBuilder.http1(
      configuration: .init(idleTimeout: .seconds(RESTLimits.idleSeconds)))
    switch options.security {
    case .plaintext: return http
    case .tls(let pair):
      let chain = try NIOSSLCertificate.fromPEMBytes(Array(pair.certificate.utf8))
      let key = try NIOSSLPrivateKey(bytes: Array(pair.key.utf8), format: .pem)
      var tls = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
      tls.minimumTLSVersion = .tlsv12
      return try .tls(http, tlsConfiguration: tls)
    }
  }

  private var grpcSecurity: HTTP2ServerTransport.Posix.TransportSecurity {
    switch options.security {
    case .plaintext: .plaintext
    case .tls(let pair):
      .tls(
        certificateChain: [.bytes(Array(pair.certificate.utf8), format: .pem)],
        privateKey: .bytes(Array(pair.key.utf8), format: .pem))
    }
  }

  /// Images travel inline, and clients ping every 10 seconds though no call is open.
  private static func configure(_ config: inout HTTP2ServerTransport.Posix.Config) {
    config.rpc.maxRequestPayloadSize = GRPCLimits.messageBytes
    // The transport shows a message once it is whole; this is the one way to its bytes before.
    config.channelDebuggingCallbacks.onAcceptHTTP2Stream = OpenCallBound.add
    config.connection.keepalive.clientBehavior.allowWithoutCalls = true
    config.connection.keepalive.clientBehavior.minPingIntervalWithoutCalls = .seconds(5)
  }
}

/// Says that the server serves, and that it stops before anything else of it does.
private struct Readiness: Service {
  let health: HealthState
  let whenReady: @Sendable () async throws -> Void

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await whenReady()
      health.set(isServing: true)
      try? await gracefulShutdown()
    } onGracefulShutdown: {
      health.set(isServing: false)
    }
  }
}
