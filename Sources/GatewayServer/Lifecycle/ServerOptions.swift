/// Where and how the server listens.
package struct ServerOptions: Sendable, Hashable {
  package static let defaultHost = "127.0.0.1"
  package static let defaultRESTPort = 8443
  package static let defaultGRPCPort = 8444

  package var host: String
  /// 0 lets the system choose.
  package var restPort: Int
  /// 0 lets the system choose.
  package var grpcPort: Int
  package var security: TransportSecurity

  package init(
    host: String = ServerOptions.defaultHost, restPort: Int = ServerOptions.defaultRESTPort,
    grpcPort: Int = ServerOptions.defaultGRPCPort, security: TransportSecurity
  ) {
    self.host = host
    self.restPort = restPort
    self.grpcPort = grpcPort
    self.security = security
  }

  /// Where callers of this machine, or of the network it listens on, reach the REST server.
  func address(port: Int) -> String {
    // What stands for every address is none that one can call.
    let isAny = host == "0.0.0.0" || host == "::"
    let name = isAny ? "localhost" : host.contains(":") ? "[\(host)]" : host
    return "\(security == .plaintext ? "http" : "https")://\(name):\(port)"
  }
}
