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

  /// Waits for the server to listen, where nothing is configured: what runs in the background begins before that.
  ///
  /// - Throws: `CancellationError`.
  package func base() async throws -> String {
    while true {
      if let address = configured ?? listening.withLock({ $0 }) { return address }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
