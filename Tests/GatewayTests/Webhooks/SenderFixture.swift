internal import Foundation
internal import Storage
internal import Synchronization
internal import TestSupport

@testable internal import Gateway
@testable internal import GuardedFetching

/// A sender over a fresh store, in a time that the test moves.
final class SenderFixture: Sendable {
  let store: SQLiteStore
  let account: UUID
  let bodies = FakeBodies()
  let sender: WebhookSender
  let time: TestTime
  private let engine: TestEngine
  /// One for all: it reads the system's certificates.
  private static let secure = Result { try GuardedFetcher(configuration: .webhooks) }

  init(limits: WebhookLimits = WebhookLimits(), store other: (any Store)? = nil, engine: TestEngine? = nil) async throws
  {
    let time = TestTime()
    self.time = time
    let engine = if let engine { engine } else { try await TestEngine() }
    self.engine = engine
    store = engine.store
    account = engine.account
    // All receivers of a test are one host to the fetcher, whatever host their deliveries say.
    var configuration = FetchConfiguration.loopbackWebhooks
    (configuration.connections, configuration.connectionsPerHost, configuration.connectionsPerCaller) = (100, 100, 100)
    let loopback = try GuardedFetcher(
      configuration: configuration, resolver: LoopbackResolver(), connector: SocketConnector(configuration),
      timeIsOver: { try await time.timeout() })
    let client = WebhookClient(fetcher: try Self.secure.get(), loopback: loopback)
    sender = WebhookSender(
      store: other ?? store, client: client, bodies: [.job: bodies], logger: TestEngine.silent, limits: limits,
      surroundings: .init(now: { time.now }, chance: { 0 }, tick: { try await time.tick() }))
  }

  /// Runs the sender meanwhile.
  func whileSending<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    let task = Task { [sender] in try await sender.run() }
    do {
      let result = try await body()
      task.cancel()
      _ = try? await task.value
      return result
    } catch {
      task.cancel()
      _ = try? await task.value
      throw error
    }
  }

  /// Keeps a delivery that is due now, and tells the sender.
  @discardableResult
  func send(
    to url: String, host: String = "127.0.0.1", account other: UUID? = nil, headers: [WebhookHeader] = []
  ) async throws -> WebhookDeliveryRecord {
    let delivery = DeliverySample.due(
      account: other ?? account, url: url, host: host, at: time.now, headers: headers)
    let job = JobRecord(
      id: UUID(), accountID: other ?? account, type: 1, state: .pending, policyID: nil, policyVersionID: nil,
      threshold: 0.5, created: time.now, updated: time.now, completed: nil, request: Data(), summary: Data(),
      results: nil)
    try await store.insert(job, webhook: delivery)
    sender.ring()
    return delivery
  }

  func kept(_ delivery: WebhookDeliveryRecord) async throws -> WebhookDeliveryRecord {
    let all = try await store.webhooks(account: delivery.accountID, state: nil, limit: 10_000)
    guard let found = all.first(where: { $0.id == delivery.id }) else { throw TestFailure("it is not kept") }
    return found
  }

  /// Waits until so many attempts have been written down.
  func settled(_ delivery: WebhookDeliveryRecord, attempts: Int) async throws -> WebhookDeliveryRecord {
    var found = delivery
    try await until {
      found = try await kept(delivery)
      return found.attempts >= attempts
    }
    return found
  }
}

/// A clock that the test moves, and waits that end when it says so.
final class TestTime: Sendable {
  private let clock = MovingClock(Date(timeIntervalSince1970: 1_760_000_000))
  private let timeouts = Mutex(0)

  var now: Date { clock.now }

  func pass(_ seconds: TimeInterval) { clock.pass(seconds) }

  /// Ends every attempt that is under way.
  func timeOut() { timeouts.withLock { $0 += 1 } }

  func timeout() async throws {
    let before = timeouts.withLock { $0 }
    while timeouts.withLock({ $0 }) == before { try await Task.sleep(for: .milliseconds(2)) }
  }

  /// The store is looked at often, whatever time the test's clock shows.
  func tick() async throws { try await Task.sleep(for: .milliseconds(2)) }

  /// Does something again and again while something else is waited for.
  func again<Result: Sendable>(
    _ step: @escaping @Sendable (TestTime) -> Void, while body: () async throws -> Result
  ) async throws -> Result {
    let task = Task {
      while !Task.isCancelled {
        step(self)
        try await Task.sleep(for: .milliseconds(2))
      }
    }
    defer { task.cancel() }
    return try await body()
  }
}

/// Bodies that say which job they are of.
final class FakeBodies: WebhookBodies {
  enum Answer: Sendable {
    case body
    case gone
    case failure(GatewayError)
  }

  private let state = Mutex((answer: Answer.body, asked: 0))

  /// How often a body was asked for.
  var asked: Int { state.withLock { $0.asked } }

  func answer(_ answer: Answer) { state.withLock { $0.answer = answer } }

  func webhookBody(of id: UUID, account: UUID) async throws -> Data? {
    let answer = state.withLock { state in
      state.asked += 1
      return state.answer
    }
    switch answer {
    case .body: return Data(#"{"job":{"jobUuid":"\#(id.wire)","customerId":"\#(account.wire)"}}"#.utf8)
    case .gone: return nil
    case .failure(let error): throw error
    }
  }
}
