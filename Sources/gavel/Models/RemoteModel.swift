internal import Logging
internal import RemoteModels
internal import ServiceLifecycle

/// The remote model as a part of the process: its connections are closed last, and what it was used for is said.
struct RemoteModel: Service {
  let scorer: RemoteScorer
  private let logger: Logger

  init(_ settings: RemoteSettings, logger: Logger) {
    scorer = RemoteScorer(settings.configuration, limiter: RequestLimiter(slots: settings.requests))
    self.logger = logger
  }

  func run() async throws {
    try? await gracefulShutdown()
    await stop()
  }

  func stop() async {
    try? await scorer.shutdown()
    let usage = scorer.usage
    logger.info(
      "remote model used",
      metadata: [
        "model": "\(scorer.name)", "answers": "\(usage.answers)", "promptTokens": "\(usage.promptTokens)",
        "cachedTokens": "\(usage.cachedTokens)", "completionTokens": "\(usage.completionTokens)",
      ])
  }
}
