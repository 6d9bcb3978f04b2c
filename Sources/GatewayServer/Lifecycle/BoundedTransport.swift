internal import GRPCCore
internal import GatewayProtocol

/// A transport whose messages are held to what a request may hold before they are read.
struct BoundedTransport<Wrapped: ServerTransport>: ServerTransport {
  typealias Bytes = Wrapped.Bytes

  let wrapped: Wrapped

  func configure(context: GRPCServerContext) { wrapped.configure(context: context) }

  func listen(
    streamHandler: @escaping @Sendable (RPCStream<Inbound, Outbound>, ServerContext) async -> Void
  ) async throws {
    try await wrapped.listen { stream, context in
      guard let bound = RequestBound.all[stream.descriptor.fullyQualifiedMethod] else {
        return await streamHandler(stream, context)
      }
      var stream = stream
      stream.inbound = RPCAsyncSequence(wrapping: stream.inbound.map { try Self.checked($0, bound) })
      await streamHandler(stream, context)
    }
  }

  func beginGracefulShutdown() { wrapped.beginGracefulShutdown() }

  private static func checked(
    _ part: RPCRequestPart<Bytes>, _ bound: RequestBound
  ) throws -> RPCRequestPart<Bytes> {
    if case .message(let bytes) = part {
      do {
        try bytes.withUnsafeBytes { try bound.check($0) }
      } catch let error as WireFormatError {
        throw RPCError(code: .invalidArgument, message: error.message)
      }
    }
    return part
  }
}
