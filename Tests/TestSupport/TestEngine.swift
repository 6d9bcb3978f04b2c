package import ContentIntake
package import Foundation
package import Gateway
package import GuardedFetching
package import Logging
package import SignalScoring
package import Storage

/// The use cases over a fresh store, with matching and, where a test gives them, scorers of its own.
package struct TestEngine: Sendable {
  package let engine: Engine
  package let store: SQLiteStore
  package let account: UUID
  /// Keys in the clear.
  package let admin: String
  package let writer: String
  package let evaluator: String
  private let folder: TemporaryFolder

  /// Where the store is, and the files of batch jobs.
  package var dataFolder: URL { folder.url.appending(path: "store") }

  package init(
    scorers: [any SignalScorer] = [], sight: [any SignalScorer] = [UnavailableScorer.sight],
    reader: any ImageReader = UnavailableReader(), known: [KnownImageList] = [], fetcher: GuardedFetcher? = nil,
    limiter: RateLimiter = .none, reviewLimit: Int? = nil, webhooks: WebhookClient? = nil,
    compatibility: CompatibilityPolicies = .init(), retainedDays: Int = 0, folder: TemporaryFolder? = nil,
    logger: Logger = Self.silent, hashListBytes: Int = HashListLimits.totalBytes,
    now: @escaping @Sendable () -> Date = { Date() },
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) async throws {
    self.folder = try folder ?? TemporaryFolder()
    store = try await SQLiteStore.open(folder: self.folder.url.appending(path: "store"))
    var options = EngineOptions(dataFolder: self.folder.url.appending(path: "store"))
    options.limiter = limiter
    options.reviewLimit = reviewLimit
    options.compatibility = compatibility
    options.retainedDays = retainedDays
    options.hashLists.totalBytes = hashListBytes
    options.now = now
    options.pause = pause
    engine = Engine(
      store: store,
      intake: ContentIntake(images: ImageIntake(fetcher: fetcher, pool: DecodingPool(), known: known)),
      scorers: Scorers(texts: [LexicalScorer()] + scorers, sight: sight, reader: reader), tokens: .byLength,
      webhooks: try webhooks ?? Self.webhooks.get(), options: options, logger: logger)
    let keys = KeyService(store: store)
    account = try await keys.account().id
    admin = try await keys.create(name: "admin", role: .admin, expires: nil, account: account).key
    writer = try await keys.create(name: "writer", role: .writer, expires: nil, account: account).key
    evaluator = try await keys.create(name: "evaluator", role: .evaluator, expires: nil, account: account).key
  }

  /// One for all: it reads the system's certificates.
  private static let webhooks = Result { try WebhookClient() }

  package static let silent: Logger = {
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    return logger
  }()

  package var caller: Caller { Caller(accountID: account, keyID: UUID(), role: .admin) }

  /// Keeps a policy and answers its id.
  package func policy(_ text: String, key: String = "test") async throws -> UUID {
    guard
      case .version(let policy, _) = try await engine.catalog.create(
        key: key, draft: .init(text: text), account: account)
    else { throw TestFailure("the policy does not compile") }
    return policy.id
  }

  /// A second account with a key of its own.
  package func otherAccount() async throws -> (id: UUID, admin: String) {
    let other = AccountRecord(id: UUID(), name: "other", created: Date())
    try await store.insert(other)
    let key = try await KeyService(store: store).create(name: "", role: .admin, expires: nil, account: other.id).key
    return (other.id, key)
  }
}

package struct TestFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
