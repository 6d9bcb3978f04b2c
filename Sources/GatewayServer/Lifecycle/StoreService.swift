internal import ServiceLifecycle
package import Storage

/// The store as a part of the process: the last thing to close.
package struct StoreService: Service {
  private let store: any Store

  package init(store: any Store) {
    self.store = store
  }

  package func run() async throws {
    try? await gracefulShutdown()
    try await store.close()
  }
}
