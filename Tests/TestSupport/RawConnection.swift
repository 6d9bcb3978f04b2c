internal import NIOCore
internal import NIOPosix

/// A connection that says whatever a test says.
package struct RawConnection: Sendable {
  private let channel: any Channel

  package static func open(port: Int) async throws -> RawConnection {
    RawConnection(
      channel: try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(host: "127.0.0.1", port: port).get())
  }

  package func send(_ text: String) async throws {
    try await channel.writeAndFlush(ByteBuffer(string: text)).get()
  }

  package func close() async throws { try await channel.close().get() }
}
