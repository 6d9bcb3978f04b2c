package import Foundation
internal import GuardedFetching
package import Logging
internal import ServiceLifecycle
package import Storage
internal import Synchronization

/// Sends the webhooks that are due, until the server stops.
///
/// What is due stands in the store alone. Nothing is written before an attempt, so one that a crash cut off is made
/// again: a receiver gets every webhook once at least, and knows a repetition by its id. The store is looked at whenever
/// something may have turned due, and every second, for an operator's word comes from another process.
package final class WebhookSender: Service {
  /// How often the store is looked at, whatever happens.
  package static let interval: Duration = .seconds(1)
  /// How long attempts may go on once the server stops. What is cut off then is sent again after the next start.
  package static let grace: TimeInterval = 5
  /// How long nothing is sent after an attempt's outcome could not be kept: it would be sent again, at once and without
  /// end.
  package static let pause: TimeInterval = 30

  /// What tests decide for themselves.
  struct Surroundings: Sendable {
    var now: @Sendable () -> Date = { Date() }
    /// From 0 to 1.
    var chance: @Sendable () -> Double = { .random(in: 0...1) }
    /// Returns when the store is to be looked at anyway; throws when it is cancelled.
    var tick: @Sendable () async throws -> Void = { try await Task.sleep(for: WebhookSender.interval) }
  }

  private struct State {
    var slots: DeliverySlots
    var pausedUntil: Date?
    /// When those under way are cut off; nil while the server runs.
    var stops: Date?
  }

  private let store: any Store
  private let client: WebhookClient
  private let bodies: [WebhookSubject.Kind: any WebhookBodies]
  private let secrets: WebhookService
  private let logger: Logger
  private let surroundings: Surroundings
  private let state: Mutex<State>
  private let rings: AsyncStream<Void>
  private let bell: AsyncStream<Void>.Continuation

  /// - Parameter bodies: for each kind of thing that webhooks tell of.
  package convenience init(
    store: any Store, client: WebhookClient, bodies: [WebhookSubject.Kind: any WebhookBodies], logger: Logger,
    limits: WebhookLimits = WebhookLimits()
  ) {
    self.init(
      store: store, client: client, bodies: bodies, logger: logger, limits: limits, surroundings: Surroundings())
  }

  init(
    store: any Store, client: WebhookClient, bodies: [WebhookSubject.Kind: any WebhookBodies], logger: Logger,
    limits: WebhookLimits, surroundings: Surroundings
  ) {
    self.store = store
    self.client = client
    self.bodies = bodies
    secrets = WebhookService(store: store)
    self.logger = logger
    self.surroundings = surroundings
    state = Mutex(State(slots: DeliverySlots(limits: limits)))
    // A ring says that there may be something; more than one says no more.
    (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Something may have turned due.
  package func ring() { bell.yield() }

  package func run() async throws {
    await withDiscardingTaskGroup { group in
      group.addTask { await self.ringNowAndThen() }
      await withGracefulShutdownHandler {
        ring()
        for await _ in rings {
          guard !isOver else { break }
          for delivery in await nextDue() {
            group.addTask { await self.attempt(delivery) }
          }
        }
      } onGracefulShutdown: {
        self.stop()
      }
      group.cancelAll()
    }
  }

  private func ringNowAndThen() async {
    while !Task.isCancelled {
      do { try await surroundings.tick() } catch { return }
      ring()
    }
  }

  private func stop() {
    let now = surroundings.now()
    state.withLock { $0.stops = now.addingTimeInterval(Self.grace) }
    ring()
  }

  var isStopping: Bool { state.withLock { $0.stops != nil } }

  /// Whether the server stops, and nothing is under way that may go on.
  private var isOver: Bool {
    let now = surroundings.now()
    return state.withLock { state in state.stops.map { state.slots.isIdle || $0 <= now } ?? false }
  }

  /// What is due and has a place, which it has taken.
  private func nextDue() async -> [WebhookDeliveryRecord] {
    var taken: [WebhookDeliveryRecord] = []
    do {
      while let query = query() {
        let due = try await store.dueWebhooks(query)
        // The server may have been told to stop while the store was read.
        let admitted = due.filter { delivery in state.withLock { $0.stops == nil && $0.slots.take(delivery) } }
        taken += admitted
        // Where none of a full page was admitted nothing would be, and where the page is not full it was the last.
        if admitted.isEmpty || due.count < query.limit { break }
      }
    } catch {
      logger.warning("webhooks that are due cannot be read", metadata: ["error": "\(GatewayError(error).message)"])
    }
    return taken
  }

  private func query() -> DueDeliveryQuery? {
    let now = surroundings.now()
    return state.withLock { state in
      guard state.stops == nil, state.pausedUntil.map({ $0 <= now }) ?? true else { return nil }
      return state.slots.query(now: now)
    }
  }

  private func attempt(_ delivery: WebhookDeliveryRecord) async {
    do {
      let outcome = try await outcome(of: delivery)
      // Once the receiver may have it, that is written down, whether the server stops or not.
      try await Task { try await self.keep(outcome, of: delivery) }.value
    } catch {
      let error = GatewayError(error)
      // What was cut off stays due.
      if error.code != .cancelled { pause(after: error, of: delivery) }
    }
    state.withLock { $0.slots.leave(delivery.id) }
    ring()
  }

  private func pause(after error: GatewayError, of delivery: WebhookDeliveryRecord) {
    let now = surroundings.now()
    state.withLock { $0.pausedUntil = now.addingTimeInterval(Self.pause) }
    logger.error(
      "a webhook cannot be read, or its outcome not be kept",
      metadata: ["webhook": "\(delivery.id.wire)", "error": "\(error.message)"])
  }

  /// - Throws: where there was no attempt: cancelled, or what the store throws.
  private func outcome(of delivery: WebhookDeliveryRecord) async throws -> DeliveryOutcome {
    let body: Data
    do {
      let made = try await bodies[delivery.subject.kind]?
        .webhookBody(of: delivery.subject.id, account: delivery.accountID)
      guard let made else { return .gone }
      body = made
    } catch {
      let error = GatewayError(error)
      switch error.code {
      // The store's own failures.
      case .unavailable, .resourceExhausted, .cancelled: throw error
      default: return .unwritable
      }
    }
    let signing = try await secrets.secrets(account: delivery.accountID, now: surroundings.now())
    var headers: [(name: String, value: String)] = [("Content-Type", "application/json")]
    headers += WebhookSignature.headers(
      id: delivery.id.wire, moment: surroundings.now(), body: body, secrets: signing.map(\.secret))
    headers += delivery.headers.map { (name: $0.name, value: $0.value) }
    do throws(FetchError) {
      let receipt = try await client.post(
        body, to: delivery.url, headers: headers, for: delivery.accountID.wire)
      return .answered(status: receipt.status, retryAfter: receipt.retryAfter)
    } catch {
      if error.code == .cancelled { throw CancellationError() }
      logger.debug(
        "a webhook was not sent",
        metadata: [
          "webhook": "\(delivery.id.wire)", "reason": "\(error.message)", "detail": "\(error.detail)",
        ])
      return .unanswered(error.code)
    }
  }

  private func keep(_ outcome: DeliveryOutcome, of delivery: WebhookDeliveryRecord) async throws {
    let now = surroundings.now()
    var after = delivery
    after.attempts += 1
    after.outcome = outcome.summary
    after.updated = now
    let step = DeliverySchedule.step(
      after: outcome, attempts: after.attempts, now: now, chance: surroundings.chance())
    switch step {
    case .delivered: (after.state, after.due) = (.delivered, nil)
    case .failed: (after.state, after.due) = (.failed, nil)
    case .retry(let due): (after.state, after.due) = (.due, due)
    }
    // Not written where an operator has it sent again: then it is due anew.
    guard try await store.update(webhook: after, from: delivery) else { return }
    if step != .delivered {
      logger.log(
        level: step == .failed ? .warning : .info,
        step == .failed ? "a webhook was given up" : "a webhook was not taken, and will be sent again",
        metadata: [
          "webhook": "\(delivery.id.wire)", "job": "\(delivery.subject.id.wire)", "attempts": "\(after.attempts)",
          "outcome": "\(outcome.summary)",
        ])
    }
  }
}
