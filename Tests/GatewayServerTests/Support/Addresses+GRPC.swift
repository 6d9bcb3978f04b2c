internal import GRPCCore
internal import GRPCNIOTransportHTTP2
internal import GatewayServer

extension GavelServer.Addresses {
  /// Does something with a client of the gRPC port, which is without TLS.
  func withGRPC<Result: Sendable>(
    _ body: (GRPCClient<HTTP2ClientTransport.Posix>) async throws -> Result
  ) async throws -> Result {
    try await withGRPCClient(
      transport: .http2NIOPosix(target: .ipv4(address: "127.0.0.1", port: grpcPort), transportSecurity: .plaintext),
      handleClient: body)
  }
}
