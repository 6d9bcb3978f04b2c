internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

/// Sends the request once there is a connection, and reads the answer.
final class ExchangeHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private let exchange: Exchange
  private let framing: FramingLimit
  private let promise: EventLoopPromise<ExchangeAnswer>
  private var reader: AnswerReader
  private var hasEnded = false

  init(_ exchange: Exchange, _ framing: FramingLimit, _ promise: EventLoopPromise<ExchangeAnswer>) {
    self.exchange = exchange
    self.framing = framing
    self.promise = promise
    reader = AnswerReader(exchange.wish)
  }

  func channelActive(context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.head(exchange.head)), promise: nil)
    if !exchange.body.isEmpty {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: exchange.body)))), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !hasEnded else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      framing.progressed()
      perform(reader.read(head))
    case .body(let part):
      framing.progressed()
      perform(reader.read(part))
    case .end: perform(reader.end())
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    end(.failure(Self.failure(error)))
  }

  func channelInactive(context: ChannelHandlerContext) {
    end(.failure(.brokenOff))
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { end(.failure(.brokenOff)) }

  private func perform(_ action: AnswerReader.Action) {
    switch action {
    case .readOn: return
    case .finish(let answer): end(.success(answer))
    case .fail(let failure): end(.failure(failure))
    }
  }

  /// Who awaits the promise closes the connection.
  private func end(_ outcome: Result<ExchangeAnswer, ExchangeFailure>) {
    guard !hasEnded else { return }
    hasEnded = true
    promise.completeWith(outcome.mapError { $0 as any Error })
  }

  private static func failure(_ error: any Error) -> ExchangeFailure {
    switch error {
    case let failure as ExchangeFailure: failure
    // An answer that ends with its connection, and a connection whose end anybody may have made.
    case NIOSSLError.uncleanShutdown: .brokenOff
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: .notTrusted
    case is HTTPParserError: .malformed
    default: .brokenOff
    }
  }
}

extension Exchange {
  fileprivate var head: HTTPRequestHead {
    var fields = HTTPHeaders([
      ("Host", target.authority), ("User-Agent", "gavel"), ("Connection", "close"), ("Accept-Encoding", "identity"),
    ])
    if method == .post { fields.add(name: "Content-Length", value: String(body.count)) }
    for header in headers { fields.add(name: header.name, value: header.value) }
    return HTTPRequestHead(
      version: .http1_1, method: HTTPMethod(rawValue: method.rawValue), uri: target.resource, headers: fields)
  }
}
