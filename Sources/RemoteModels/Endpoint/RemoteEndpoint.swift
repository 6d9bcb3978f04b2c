internal import AsyncHTTPClient
internal import NIOCore
internal import Synchronization

/// One model of one server, and what is known of it: shared by all policies.
final class RemoteEndpoint: Sendable {
  let configuration: RemoteModelConfiguration
  let limiter: RequestLimiter
  let timing: RemoteTiming

  let client: HTTPClient
  private let breaker: Mutex<CircuitBreaker>
  private let wayChoice = Mutex(AnswerWayChoice())
  private let sum = Mutex(RemoteUsage())

  init(_ configuration: RemoteModelConfiguration, limiter: RequestLimiter, timing: RemoteTiming = RemoteTiming()) {
    self.configuration = configuration
    self.limiter = limiter
    self.timing = timing
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: .init(configuration.limits, limiter))
    breaker = Mutex(CircuitBreaker(limits: configuration.limits.breaker))
  }

  var usage: RemoteUsage { sum.withLock { $0 } }

  var way: AnswerWayChoice { wayChoice.withLock { $0 } }

  func found(_ way: AnswerWay) { wayChoice.withLock { $0.found(way) } }

  func shutdown() async throws { try await client.shutdown() }

  /// Sends a request, and again where that may help.
  ///
  /// - Parameters:
  ///   - slot: taken where it is not held. Whether it is held afterwards depends on what became of the request.
  ///   - deadline: nothing is begun that would end after it.
  /// - Throws: `RemoteModelError`, `CancellationError`.
  func answer(
    to request: ChatRequest, in slot: RequestSlot, until deadline: ContinuousClock.Instant
  ) async throws -> ChatAnswer {
    let body = try Self.body(of: request)
    var failures = 0
    while true {
      do {
        try await slot.take()
        return try await attempt(body)
      } catch let error as RemoteModelError {
        failures += 1
        let policy = configuration.limits.retries
        guard let pause = policy.pause(after: failures, of: error, draw: timing.draw()),
          timing.now() + pause < deadline
        else { throw error }
        // Others are not held up by it.
        slot.giveBack()
        try await timing.pause(pause)
      }
    }
  }

  /// Sends a request once, if the server is to be asked at all.
  private func attempt(_ body: ByteBuffer) async throws -> ChatAnswer {
    guard let permit = breaker.withLock({ $0.admit(at: timing.now()) }) else { throw RemoteModelError.resting }
    let outcome: Result<ByteBuffer, any Error>
    do {
      outcome = .success(try await exchange(body))
    } catch {
      outcome = .failure(error)
    }
    breaker.withLock { $0.record(.init(outcome), of: permit, at: timing.now()) }
    let answer = try Self.answer(in: outcome.get())
    sum.withLock { $0.add(answer.usage) }
    return answer
  }
}

extension CircuitBreaker.Outcome {
  init(_ outcome: Result<ByteBuffer, any Error>) {
    switch outcome {
    case .success: self = .answered
    case .failure(let error as RemoteModelError): self = error.isServerFailure ? .failed : .answered
    case .failure: self = .abandoned
    }
  }
}

extension HTTPClient.Configuration {
  fileprivate init(_ limits: RemoteLimits, _ limiter: RequestLimiter) {
    self.init(redirectConfiguration: .disallow, timeout: .init(connect: TimeAmount(limits.connect)))
    // The limiter decides how many are under way: nothing is to wait a second time.
    connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = limiter.slots
    // Whether to try again is the retry policy's to say.
    connectionPool.retryConnectionEstablishment = false
  }
}
