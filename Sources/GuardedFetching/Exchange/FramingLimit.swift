internal import NIOCore

/// Ends a connection that sends and sends and gets nowhere: heads, interim answers, extensions of chunks and trailers
/// without end. It counts the bytes since the HTTP decoder behind it last had something to pass on.
final class FramingLimit: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let limit: Int
  private var bytes = 0

  init(_ limit: Int) {
    self.limit = limit
  }

  /// The decoder passed on a head, or a part of a body.
  func progressed() { bytes = 0 }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += unwrapInboundIn(data).readableBytes
    context.fireChannelRead(data)
    if bytes > limit { context.fireErrorCaught(ExchangeFailure.malformed) }
  }
}
