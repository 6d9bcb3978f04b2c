internal import Gateway
internal import NIOCore
internal import NIOHPACK
internal import NIOHTTP2

/// Ends a gRPC call that needs no key where it sends more than such a call can have to say: what a message holds until
/// it is whole is not to be had by strangers.
final class OpenCallBound: ChannelInboundHandler {
  typealias InboundIn = HTTP2Frame.FramePayload
  typealias InboundOut = HTTP2Frame.FramePayload

  /// Bytes of all messages of such a call: a health check names a service.
  static let bytes = 16 << 10

  /// Bytes that may still come; nil where the call needs a key.
  private var left: Int?

  /// Puts one before everything else that reads a stream.
  @Sendable static func add(to stream: any Channel) -> EventLoopFuture<Void> {
    stream.eventLoop.makeCompletedFuture {
      try stream.pipeline.syncOperations.addHandler(OpenCallBound(), position: .first)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .headers(let frame):
      if let path = frame.headers.first(name: ":path"), MethodRoles.access(to: String(path.dropFirst())) == .open {
        left = Self.bytes
      }
    case .data(let frame):
      if let left {
        self.left = left - frame.data.readableBytes
        guard left >= frame.data.readableBytes else { return context.close(promise: nil) }
      }
    default: break
    }
    context.fireChannelRead(data)
  }
}
