import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization

/// A server on the loopback that writes bytes by a script, good HTTP or bad, and remembers what it was asked.
final class RawServer: Sendable {
  enum Step: Sendable {
    case send(String)
    /// The same again and again, as fast as it is taken, until the other side leaves.
    case flood(String)
    /// The same again and again, a few milliseconds apart.
    case drip(String)
    case hangUp
  }

  /// - Parameter number: how many requests came before.
  typealias Script = @Sendable (_ request: String, _ number: Int) -> [Step]

  private struct State {
    var requests: [String] = []
    var serverNames: [String?] = []
    var openConnections = 0
    var closedConnections = 0
  }

  fileprivate let script: Script
  private let state = Mutex(State())
  private let bound = Mutex(0)

  private init(_ script: @escaping Script) {
    self.script = script
  }

  /// - Parameter tls: nil for plain TCP.
  static func run<Result>(
    tls: NIOSSLContext? = nil, _ script: @escaping Script, _ body: (RawServer) async throws -> Result
  ) async throws -> Result {
    let server = RawServer(script)
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          guard let tls else { return try pipeline.addHandler(RawHandler(server)) }
          let reader = SNIHandler { result in
            if case .hostname(let name) = result { server.greeted(name) } else { server.greeted(nil) }
            return channel.eventLoop.makeCompletedFuture {
              try channel.pipeline.syncOperations.addHandlers(NIOSSLServerHandler(context: tls), RawHandler(server))
            }
          }
          try pipeline.addHandler(ByteToMessageHandler(reader))
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

  var port: Int { bound.withLock { $0 } }
  var requests: [String] { state.withLock { $0.requests } }
  /// The names that clients said in the open, nil for those that said none.
  var serverNames: [String?] { state.withLock { $0.serverNames } }
  var closedConnections: Int { state.withLock { $0.closedConnections } }

  fileprivate func steps(for request: String) -> [Step] {
    let number = state.withLock { state in
      state.requests.append(request)
      return state.requests.count - 1
    }
    return script(request, number)
  }

  fileprivate func greeted(_ name: String?) { state.withLock { $0.serverNames.append(name) } }

  fileprivate func connectionClosed() { state.withLock { $0.closedConnections += 1 } }
}

private final class RawHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let server: RawServer
  private var received = ""
  private var hasAnswered = false

  init(_ server: RawServer) {
    self.server = server
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += String(buffer: unwrapInboundIn(data))
    guard !hasAnswered, isComplete else { return }
    hasAnswered = true
    perform(server.steps(for: received)[...], on: context.channel)
  }

  func channelInactive(context: ChannelHandlerContext) { server.connectionClosed() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private var isComplete: Bool {
    guard let end = received.range(of: "\r\n\r\n") else { return false }
    let lengths = received[..<end.lowerBound].split(separator: "\r\n").filter { $0.hasPrefix("Content-Length: ") }
    return received[end.upperBound...].utf8.count >= lengths.first.flatMap { Int($0.dropFirst(16)) } ?? 0
  }
}

/// Between two steps the event loop sees to others: what is written at once would else call the next step from within, and
/// a flood that the other side keeps up with has no end.
private func perform(_ steps: ArraySlice<RawServer.Step>, on channel: any Channel) {
  guard let step = steps.first, channel.isActive else { return }
  switch step {
  case .send(let text):
    channel.writeAndFlush(ByteBuffer(string: text)).whenSuccess {
      channel.eventLoop.scheduleTask(in: .microseconds(100)) { perform(steps.dropFirst(), on: channel) }
    }
  case .flood(let text):
    let many = String(repeating: text, count: max(1, 16_384 / text.utf8.count))
    channel.writeAndFlush(ByteBuffer(string: many)).whenSuccess {
      channel.eventLoop.scheduleTask(in: .microseconds(100)) { perform([.flood(text)], on: channel) }
    }
  case .drip(let text):
    channel.writeAndFlush(ByteBuffer(string: text)).whenSuccess {
      channel.eventLoop.scheduleTask(in: .milliseconds(5)) { perform([.drip(text)], on: channel) }
    }
  case .hangUp: channel.close(promise: nil)
  }
}
