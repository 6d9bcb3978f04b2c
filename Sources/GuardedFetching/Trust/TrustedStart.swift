internal import NIOCore
internal import NIOSSL
internal import NIOTLS

/// Holds a connection's start back until TLS stands and the certificate is one for the host's name, so that nothing of the
/// request is written before.
///
/// The TLS handler in front has checked the chain, and that the certificate is for the name or for the address. For a URL
/// with a name the latter is too little.
final class TrustedStart: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let serverName: String?

  /// - Parameter serverName: nil where the URL has an address.
  init(_ serverName: String?) {
    self.serverName = serverName
  }

  func channelActive(context: ChannelHandlerContext) {}

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .some(.handshakeCompleted) = event as? TLSUserEvent {
      if isTrusted(context) {
        context.fireChannelActive()
      } else {
        context.fireErrorCaught(ExchangeFailure.notTrusted)
      }
    }
    context.fireUserInboundEventTriggered(event)
  }

  private func isTrusted(_ context: ChannelHandlerContext) -> Bool {
    guard let serverName else { return true }
    guard let certificate = try? context.channel.pipeline.syncOperations.nioSSL_peerCertificate(),
      let bytes = try? certificate.toDERBytes()
    else { return false }
    return CertificateNames.match(CertificateNames.names(in: bytes), host: serverName)
  }
}
