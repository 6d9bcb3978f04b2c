internal import Logging
internal import ServiceLifecycle

/// Settles at start what an earlier run of the server left of hash lists.
package struct HashListKeeper: Service {
  private let lists: HashListService
  private let logger: Logger

  init(lists: HashListService, logger: Logger) {
    self.lists = lists
    self.logger = logger
  }

  package func run() async throws {
    do {
      try await lists.settle()
    } catch {
      // What is not read now is read when the first image comes.
      logger.error("hash lists were not settled", metadata: ["error": "\(GatewayError(error).message)"])
    }
    try? await gracefulShutdown()
  }
}
