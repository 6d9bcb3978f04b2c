internal import Gateway
package import GatewayServer
package import Logging
internal import ServiceLifecycle
internal import Synchronization

/// A server on free ports of the loopback, for as long as a test needs it.
package enum LiveServer {
  package static func run<Result: Sendable>(
    _ engine: TestEngine, security: TransportSecurity = .plaintext, logger: Logger = TestEngine.silent,
    _ body: (GavelServer.Addresses) async throws -> Result
  ) async throws -> Result {
    let (ready, started) = AsyncThrowingStream<GavelServer.Addresses, any Error>.makeStream()
    let services = ServiceSet(engine: engine.engine)
    let server = GavelServer(
      options: ServerOptions(restPort: 0, grpcPort: 0, security: security), services: services,
      background: engine.engine.background, logger: logger)
    let task = Task {
      do {
        try await server.run(signals: []) { started.yield($0) }
        started.finish()
      } catch {
        started.finish(throwing: error)
      }
    }
    defer { task.cancel() }
    for try await addresses in ready {
      while !services.health.isServing { try await Task.sleep(for: .milliseconds(2)) }
      let result = try await body(addresses)
      task.cancel()
      _ = await task.value
      return result
    }
    throw TestFailure("the server did not start")
  }
}
