package import Foundation
internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// A server on the loopback that takes webhooks, and answers with bytes by a script, good HTTP or bad.
package final class WebhookReceiver: Sendable {
  package struct Request: Sendable {
    package var path: String
    /// By their names in lower case.
    package var headers: [String: String]
    package var body: Data

    package var id: String { headers["webhook-id"] ?? "" }
    package var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
    package var job: [String: Any] { json["job"] as? [String: Any] ?? [:] }
  }

  package enum Reply: Sendable {
    case status(Int, headers: [String: String] = [:])
    /// Status 200, once this has returned.
    case after(@Sendable () async -> Void)
    /// These bytes, and the end of the connection.
    case bytes(String)
    /// The same again and again, until the other side leaves.
    case flood(String)
    /// Nothing, on a connection that stays open.
    case silence
    /// The end of the connection.
    case hangUp
  }

  /// - Parameter number: how many requests came before.
  package typealias Script = @Sendable (_ request: Request, _ number: Int) -> Reply

  private let script: Script
  private let received = Mutex<[Request]>([])
  private let bound = Mutex(0)

  private init(_ script: @escaping Script) {
    self.script = script
  }

  package static func run<Result>(
    _ script: @escaping Script = { _, _ in .status(200) }, _ body: (WebhookReceiver) async throws -> Result
  ) async throws -> Result {
    let receiver = WebhookReceiver(script)
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.backlog, value: 256)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(WebhookHandler(receiver))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    receiver.bound.withLock { $0 = channel.localAddress?.port ?? 0 }
    do {
      let result = try await body(receiver)
      try await channel.close().get()
      return result
    } catch {
      try? await channel.close().get()
      throw error
    }
  }

  package var url: String { "http://127.0.0.1:\(bound.withLock { $0 })/hook" }
  package var requests: [Request] { received.withLock { $0 } }

  /// Waits for something that is on its way.
  ///
  /// - Throws: where it has not come after a long time.
  package func until(_ condition: (WebhookReceiver) async throws -> Bool) async throws {
    try await TestSupport.until { try await condition(self) }
  }

  fileprivate func reply(to request: Request) -> Reply {
    let number = received.withLock { received in
      received.append(request)
      return received.count - 1
    }
    return script(request, number)
  }
}

private final class WebhookHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let receiver: WebhookReceiver
  private var received = Data()
  private var hasAnswered = false

  init(_ receiver: WebhookReceiver) {
    self.receiver = receiver
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received.append(contentsOf: unwrapInboundIn(data).readableBytesView)
    guard !hasAnswered, let request = WebhookReceiver.Request(received) else { return }
    hasAnswered = true
    switch receiver.reply(to: request) {
    case .status(let status, let headers):
      let lines = headers.map { "\($0): \($1)\r\n" }.joined()
      finish("HTTP/1.1 \(status) X\r\n\(lines)Content-Length: 0\r\n\r\n", context)
    case .after(let wait):
      let channel = context.channel
      Task {
        await wait()
        try? await channel.writeAndFlush(ByteBuffer(string: "HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n")).get()
        try? await channel.close().get()
      }
    case .bytes(let text): finish(text, context)
    case .flood(let text):
      let many = String(repeating: text, count: max(1, 16_384 / text.utf8.count))
      flood(ByteBuffer(string: many), on: context.channel)
    case .silence: return
    case .hangUp: context.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func finish(_ text: String, _ context: ChannelHandlerContext) {
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text))).whenComplete { _ in channel.close(promise: nil) }
  }
}

/// Between two writes the event loop sees to others: one that is done at once would else make the next from within.
private func flood(_ bytes: ByteBuffer, on channel: any Channel) {
  guard channel.isActive else { return }
  channel.writeAndFlush(bytes).whenSuccess {
    channel.eventLoop.scheduleTask(in: .microseconds(100)) { flood(bytes, on: channel) }
  }
}

extension WebhookReceiver.Request {
  /// - Returns: nil while there is more to come.
  fileprivate init?(_ bytes: Data) {
    guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    path = lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? ""
    headers = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    body = Data(bytes[end.upperBound...])
    guard body.count >= headers["content-length"].flatMap({ Int($0) }) ?? 0 else { return nil }
  }
}
