import PolicyEvaluation
import SignalScoring
import TestSupport
import Testing

@testable import RemoteModels

/// Against a scripted server, over a real socket: what becomes of a server that does not work.
@Suite struct RemoteFailureTests {
  /// A server that says nothing is given up on, and not asked a second time.
  @Test func slowAnswersTimeOut() async throws {
    var limits = RemoteLimits()
    limits.request = .milliseconds(50)
    try await RemoteFixture.run(limits: limits) { _, _ in
      .silence
    } _: { fixture in
      let error = try await fixture.score("one")[0].error
      #expect(error == RemoteModelError.timedOut.scoringError)
      #expect(fixture.server.requests.count <= 1 && fixture.time.pauses.isEmpty)
      #expect(fixture.endpoint.limiter.load == (0, 0))
    }
  }

  /// A body that does not come to its end is as slow as a head that does not come.
  @Test func slowBodiesTimeOut() async throws {
    var limits = RemoteLimits()
    limits.request = .milliseconds(50)
    try await RemoteFixture.run(limits: limits) { _, _ in
      .stalled
    } _: { fixture async throws in
      #expect(try await fixture.score("one")[0].error == RemoteModelError.timedOut.scoringError)
    }
  }

  /// When a content's time is over, what was answered stands, and the rest fails.
  @Test func theDeadlineKeepsWhatIsKnown() async throws {
    try await RemoteFixture.run(slots: 2) { _, number in
      number == 0 ? .answer(Completion.yes(0.5)) : .silence
    } _: { fixture in
      let kinds = (0..<5).map { Feature.Kind.concept("signal \($0)") }
      let task = Task { try await fixture.score("one", kinds) }
      try await fixture.server.until { $0.requests.count == 3 }
      fixture.time.endContents()
      let results = try await task.value
      #expect(isNear(results[0].score, 0.5))
      #expect(results.dropFirst().allSatisfy { $0.error == RemoteModelError.contentTimedOut.scoringError })
      #expect(results.count == 5 && fixture.server.requests.count == 3)
    }
  }

  /// An answer that cannot be read fails its feature alone.
  @Test(arguments: [
    "", "{", "null", "[]", "{}", #"{"choices":[]}"#, #"{"choices":[{}]}"#, #"{"choices":{"message":{}}}"#,
    #"{"choices":[{"message":{"content":"x"},"logprobs":{"content":[{"top_logprobs":[{"token":"x","logprob":0}]}]}}]}"#,
    #"{"choices":[{"message":{"content":"not what was asked for"},"logprobs":{"tokens":["yes"]}}]}"#,
  ])
  func unreadableAnswersFail(body: String) async throws {
    try await RemoteFixture.run { request, _ in
      request.text(of: "user")?.contains("dogs") == true ? .answer(body) : .answer(Completion.yes(0.5))
    } _: { fixture in
      let results = try await fixture.score("one", [.concept("dogs"), .question("is it sad")])
      #expect(results[0].error?.code == .inferenceFailed)
      #expect(fixture.time.pauses.isEmpty && results.count == 2)
    }
  }

  /// More than is read is not read.
  @Test func largeAnswersAreNotRead() async throws {
    var limits = RemoteLimits()
    limits.answerBytes = 1_000
    try await RemoteFixture.run(limits: limits) { _, _ in
      .answer(String(repeating: " ", count: 100_000) + Completion.yes(0.5))
    } _: { fixture in
      let error = try await fixture.score("one")[0].error
      #expect(error?.code == .inferenceFailed && error?.message.contains("1000 bytes") == true)
    }
  }

  /// Too many requests: the server's pause is kept, and then it is asked again.
  @Test func retryAfterIsHonoured() async throws {
    try await RemoteFixture.run { _, number in
      number == 0 ? .answer(status: 429, headers: ["Retry-After": "3"], "{}") : .answer(Completion.yes(0.5))
    } _: { fixture async throws in
      #expect(try await isNear(fixture.score("one")[0].score, 0.5))
      #expect(fixture.time.pauses == [.seconds(3)])
    }
  }

  /// A pause that is longer than the content's time is not begun.
  @Test func longPausesAreNotWaitedFor() async throws {
    var limits = RemoteLimits()
    limits.content = .seconds(20)
    try await RemoteFixture.run(limits: limits) { _, _ in
      .answer(status: 429, headers: ["Retry-After": "25"], "{}")
    } _: { fixture async throws in
      #expect(try await fixture.score("one")[0].error?.code == .overloaded)
      #expect(fixture.time.pauses.isEmpty && fixture.server.requests.count == 1)
    }
  }

  /// A server in trouble is asked again after a pause that grows.
  @Test func serverErrorsAreRepeated() async throws {
    try await RemoteFixture.run { _, number in
      number < 2 ? .answer(status: number == 0 ? 500 : 503, "oops") : .answer(Completion.yes(0.5))
    } _: { fixture async throws in
      #expect(try await isNear(fixture.score("one")[0].score, 0.5))
      #expect(fixture.time.pauses == [.milliseconds(125), .milliseconds(250)])
    }
  }

  /// So is one that hangs up in the middle of an answer.
  @Test func brokenOffAnswersAreRepeated() async throws {
    try await RemoteFixture.run { _, number in
      number == 0 ? .brokenOff : .answer(Completion.yes(0.5))
    } _: { fixture async throws in
      #expect(try await isNear(fixture.score("one")[0].score, 0.5))
      #expect(fixture.time.pauses.count == 1)
    }
  }

  /// Where nobody listens, the feature fails after the attempts it has.
  @Test func unreachableServersFail() async throws {
    let address = try await ScriptedServer.run { _, _ in
      .silence
    } _: { server in
      server.baseURL
    }
    let time = ManualTime()
    let endpoint = RemoteEndpoint(
      try RemoteModelConfiguration(baseURL: address, model: "m"), limiter: RequestLimiter(), timing: time.timing())
    let signals = try await RemoteScorer(endpoint).prepare([Feature(kind: .concept("dogs"))])
    let results = try await signals.score(TextContent(hash: "a", text: "a"))
    try await endpoint.shutdown()
    #expect(results[0].error == RemoteModelError.unreachable.scoringError && time.pauses.count == 2)
  }

  /// A redirect is an answer that was not asked for: the content and the key go nowhere else.
  @Test func redirectsAreNotFollowed() async throws {
    try await RemoteFixture.run { _, _ in
      .answer(status: 307, headers: ["Location": "/elsewhere"], "")
    } _: { fixture in
      let error = try await fixture.score("one")[0].error
      #expect(error?.code == .modelUnavailable && error?.message.contains("redirects are not followed") == true)
      #expect(fixture.server.requests.map(\.uri) == ["/v1/chat/completions"])
    }
  }

  /// A server that cannot answer is asked once for all features, not once for each.
  @Test func hopelessServersAreAskedOnce() async throws {
    try await RemoteFixture.run { _, _ in
      .answer(status: 401, "{}")
    } _: { fixture in
      let results = try await fixture.score("one", (0..<5).map { .concept("signal \($0)") })
      #expect(results.allSatisfy { $0.error?.message.contains("API key") == true } && results.count == 5)
      #expect(fixture.server.requests.count == 1)
    }
  }

  /// A caller that leaves takes its requests with it, and gets a cancellation.
  @Test func cancellationIsPassedOn() async throws {
    try await RemoteFixture.run { _, number in
      number == 0 ? .answer(Completion.yes(0.5)) : .silence
    } _: { fixture in
      let task = Task { try await fixture.score("one", (0..<9).map { .concept("signal \($0)") }) }
      try await fixture.server.until { $0.requests.count == 5 }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(fixture.endpoint.limiter.load == (0, 0))
      try await fixture.server.until { $0.closedConnections >= 4 }
    }
  }

  /// A server that fails too often is left alone; then one request tries it, and all go on.
  @Test func theBreakerOpensAndCloses() async throws {
    var limits = RemoteLimits()
    limits.retries.attempts = 1
    limits.breaker.failures = 2
    limits.breaker.rest = .seconds(30)
    try await RemoteFixture.run(limits: limits) { _, number in
      number < 3 ? .answer(status: 500, "oops") : .answer(Completion.yes(0.5))
    } _: { fixture async throws in
      for text in ["one", "two"] {
        #expect(try await fixture.score(text)[0].error == RemoteModelError.refused(status: 500).scoringError)
      }
      #expect(try await fixture.score("three")[0].error == RemoteModelError.resting.scoringError)
      #expect(fixture.server.requests.count == 2)
      fixture.time.advance(by: .seconds(30))
      #expect(try await fixture.score("four")[0].error == RemoteModelError.refused(status: 500).scoringError)
      #expect(try await fixture.score("five")[0].error == RemoteModelError.resting.scoringError)
      fixture.time.advance(by: .seconds(30))
      #expect(try await isNear(fixture.score("six")[0].score, 0.5))
      #expect(try await isNear(fixture.score("seven")[0].score, 0.5))
    }
  }

  /// A caller that leaves its probe does not keep the breaker half open.
  @Test func anAbandonedProbeIsReplaced() async throws {
    var limits = RemoteLimits()
    limits.retries.attempts = 1
    limits.breaker.failures = 1
    limits.breaker.rest = .seconds(30)
    try await RemoteFixture.run(limits: limits) { _, number in
      switch number {
      case 0: .answer(status: 500, "oops")
      case 1: .silence
      default: .answer(Completion.yes(0.5))
      }
    } _: { fixture in
      _ = try await fixture.score("one")
      fixture.time.advance(by: .seconds(30))
      let probe = Task { try await fixture.score("two") }
      try await fixture.server.until { $0.requests.count == 2 }
      #expect(try await fixture.score("three")[0].error == RemoteModelError.resting.scoringError)
      probe.cancel()
      _ = try? await probe.value
      #expect(try await isNear(fixture.score("four")[0].score, 0.5))
    }
  }

  /// Whatever goes wrong, and whatever the server repeats of what it was sent: no error has the key, the content or the
  /// address in it.
  @Test func errorsKeepSecrets() async throws {
    let content = "a very private sentence"
    let statuses = [200, 301, 400, 401, 403, 404, 413, 418, 422, 429, 500, 503]
    for status in statuses {
      try await RemoteFixture.run { request, _ in
        .answer(
          status: status, headers: ["Location": "https://example.invalid/\(RemoteFixture.key)"],
          "\(request.authorization ?? "") \(request.text(of: "user") ?? "")")
      } _: { fixture in
        let error = try #require(try await fixture.score(content)[0].error)
        for secret in [RemoteFixture.key, "private", "127.0.0.1", "http"] {
          #expect(!"\(error)".contains(secret) && !String(reflecting: error).contains(secret), "status \(status)")
        }
        #expect(!"\(fixture.scorer)".contains(RemoteFixture.key))
      }
    }
  }
}
