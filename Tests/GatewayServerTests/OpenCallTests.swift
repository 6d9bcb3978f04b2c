internal import GRPCCore
internal import GatewayProtocol
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// What calls without a key may cost, over real sockets.
struct OpenCallTests {
  /// A health check takes a name and no more: what is larger ends its call, before it is whole, and no other.
  @Test func healthChecksAreSmall() async throws {
    try await LiveServer.run(TestEngine()) { addresses in
      try await addresses.withGRPC { connection in
        let client = Grpc_Health_V1_Health.Client(wrapping: connection)
        func code(ofServiceOf bytes: Int) async -> RPCError.Code? {
          do {
            _ = try await client.check(.with { $0.service = String(repeating: "a", count: bytes) })
            return nil
          } catch {
            return (error as? RPCError)?.code
          }
        }
        #expect(await code(ofServiceOf: 10_000) == .notFound)
        let large = await code(ofServiceOf: 1 << 20)
        #expect(large != nil && large != .notFound)
        #expect(await code(ofServiceOf: 0) == nil)
      }
    }
  }
}
