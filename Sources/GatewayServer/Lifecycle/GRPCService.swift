internal import GRPCCore
internal import GRPCNIOTransportHTTP2
internal import ServiceLifecycle

/// The gRPC server as a part of the process: on shutdown it takes no new calls and lets those under way end.
struct GRPCService: Service {
  let server: GRPCServer<BoundedTransport<HTTP2ServerTransport.Posix>>

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await server.serve()
    } onGracefulShutdown: {
      server.beginGracefulShutdown()
    }
  }
}
