package import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization

/// A server on the loopback that answers by a script, and remembers what it was asked.
package final class ScriptedServer: Sendable {
  package struct Request: Sendable {
    package var uri: String
    package var authorization: String?
    package var body: Data

    package var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }

    /// What the message of a role says, where it is one text.
    package func text(of role: String) -> String? {
      let messages = json["messages"] as? [[String: Any]]
      return messages?.first { $0["role"] as? String == role }?["content"] as? String
    }
  }

  package enum Reply: Sendable {
    case answer(status: Int = 200, headers: [String: String] = [:], _ body: String)
    /// A file as it is.
    case file(Data)
    /// A text, a moment later.
    case late(milliseconds: Int64, _ body: String)
    /// A head that promises more than comes, and the end of the connection.
    case brokenOff
    /// The same, and a connection that stays open.
    case stalled
    /// Nothing, on a connection that stays open.
    case silence
  }

  /// - Parameter number: how many requests came before.
  package typealias Script = @Sendable (_ request: Request, _ number: Int) -> Reply

  private struct State {
    var requests: [Request] = []
    var openRequests = 0
    var mostOpenRequests = 0
    var closedConnections = 0
  }

  private let script: Script
  private let state = Mutex(State())
  private let bound = Mutex(0)

  private init(_ script: @escaping Script) {
    self.script = script
  }

  package static func run<Result>(
    _ script: @escaping Script, _ body: (ScriptedServer) async throws -> Result
  ) async throws -> Result {
    let server = ScriptedServer(script)
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(ScriptHandler(server))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    server.bound.withLock { $0 = channel.localAddress?.port ?? 0 }
    do {
      let result = try await body(server)
      try await channel.close().get()
      return result
    } catch {
      try? await channel.close().get()
      throw error
    }
  }

  package var baseURL: String { "http://127.0.0.1:\(bound.withLock { $0 })/v1" }

  package var requests: [Request] { state.withLock { $0.requests } }

  /// The most requests that waited for an answer at once.
  package var mostOpenRequests: Int { state.withLock { $0.mostOpenRequests } }

  package var closedConnections: Int { state.withLock { $0.closedConnections } }

  /// Waits for something that is on its way.
  ///
  /// - Throws: where it has not come after a long time.
  package func until(_ condition: (ScriptedServer) -> Bool) async throws {
    try await TestSupport.until { condition(self) }
  }

  fileprivate func reply(to request: Request) -> Reply {
    let number = state.withLock { state in
      state.requests.append(request)
      state.openRequests += 1
      state.mostOpenRequests = max(state.mostOpenRequests, state.openRequests)
      return state.requests.count - 1
    }
    return script(request, number)
  }

  fileprivate func willAnswer() { state.withLock { $0.openRequests -= 1 } }

  fileprivate func connectionClosed() { state.withLock { $0.closedConnections += 1 } }
}

private final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let server: ScriptedServer
  private var head: HTTPRequestHead?
  private var body = Data()

  init(_ server: ScriptedServer) {
    self.server = server
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = Data()
    case .body(let part):
      body.append(contentsOf: part.readableBytesView)
    case .end:
      guard let head else { return }
      let request = ScriptedServer.Request(
        uri: head.uri, authorization: head.headers.first(name: "Authorization"), body: body)
      perform(server.reply(to: request), context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    server.connectionClosed()
    context.fireChannelInactive()
  }

  private func perform(_ reply: ScriptedServer.Reply, _ context: ChannelHandlerContext) {
    switch reply {
    case .silence: return
    case .answer(let status, let headers, let body): write(status, headers, ByteBuffer(string: body), context)
    case .file(let bytes): write(200, [:], ByteBuffer(bytes: bytes), context)
    case .late(let milliseconds, let body):
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      context.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) {
        let (handler, context) = bound.value
        handler.write(200, [:], ByteBuffer(string: body), context)
      }
    case .brokenOff, .stalled:
      server.willAnswer()
      writeHead(200, ["Content-Length": "1000"], context)
      context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: "{\"choices\"")))), promise: nil)
      if case .brokenOff = reply { context.close(promise: nil) }
    }
  }

  private func write(
    _ status: Int, _ headers: [String: String], _ body: ByteBuffer, _ context: ChannelHandlerContext
  ) {
    server.willAnswer()
    var headers = headers
    headers["Content-Length"] = String(body.readableBytes)
    writeHead(status, headers, context)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  private func writeHead(_ status: Int, _ headers: [String: String], _ context: ChannelHandlerContext) {
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: status), headers: HTTPHeaders(headers.map { ($0, $1) }))
    context.write(wrapOutboundOut(.head(head)), promise: nil)
  }
}
