internal import Synchronization

/// Where callers reach the REST server: the beginning of every address that it gives out.
package final class PublicAddress: Sendable {
  private let configured: String?
  private let listening = Mutex<String?>(nil)

  /// - Parameter configured: without a slash at its end; nil: where the server listens.
  package init(configured: String?) {
    self.configured = configured
  }

  /// The server listens there.
  package func listen(at address: String) { listening.withLock { $0 = address } }

  /// - Throws: UNAVAILABLE before the server listens.
  package func base() throws(GatewayError) -> String {
    guard let address = configured ?? listening.withLock({ $0 }) else {
      throw GatewayError(.unavailable, "the server does not listen yet; try again")
    }
    return address
  }
}
