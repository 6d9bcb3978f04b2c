internal import Foundation
internal import GuardedFetching
internal import ServiceLifecycle
internal import Storage
internal import Synchronization
internal import TestSupport
internal import Testing

@testable internal import Gateway

struct WebhookSenderTests {
  /// A webhook arrives with its body, its headers and a signature that the account's secret verifies, once.
  @Test func delivers() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await SenderFixture()
      try await fixture.whileSending {
        let delivery = try await fixture.send(
          to: receiver.url, headers: [WebhookHeader(name: "X-Webhook-Team", value: "a b")])
        let kept = try await fixture.settled(delivery, attempts: 1)
        #expect(kept.state == .delivered && kept.due == nil && kept.outcome == "status 200" && kept.attempts == 1)
        let request = try #require(receiver.requests.first)
        #expect(receiver.requests.count == 1 && request.path == "/hook")
        #expect(request.job["jobUuid"] as? String == delivery.subject.id.wire)
        #expect(request.headers["content-type"] == "application/json" && request.headers["x-webhook-team"] == "a b")
        #expect(request.headers["user-agent"] == "gavel" && request.id == delivery.id.wire)
        #expect(request.headers["webhook-timestamp"] == "1760000000")
        let secret = try #require(try await fixture.secrets().first)
        #expect(
          request.headers["webhook-signature"]
            == WebhookSignature.signature(
              id: request.id, timestamp: 1_760_000_000, body: request.body, secret: secret.secret))
      }
    }
  }

  /// A failure is followed by another attempt after five seconds and no sooner, under the same id, with a timestamp and
  /// a signature of its own.
  @Test func triesAgain() async throws {
    try await WebhookReceiver.run { _, number in
      .status(number == 0 ? 500 : 200)
    } _: { receiver in
      let fixture = try await SenderFixture()
      try await fixture.whileSending {
        let delivery = try await fixture.send(to: receiver.url)
        let failed = try await fixture.settled(delivery, attempts: 1)
        #expect(failed.state == .due && failed.outcome == "status 500")
        #expect(failed.due == fixture.time.now.addingTimeInterval(5))
        fixture.time.pass(4.9)
        let other = try await fixture.send(to: receiver.url)
        _ = try await fixture.settled(other, attempts: 1)
        #expect(receiver.requests.map(\.id) == [delivery.id.wire, other.id.wire])
        fixture.time.pass(0.2)
        #expect(try await fixture.settled(delivery, attempts: 2).state == .delivered)
        let (first, last) = (receiver.requests[0], receiver.requests[2])
        #expect(last.id == first.id && last.body == first.body)
        #expect(last.headers["webhook-timestamp"] == "1760000005")
        #expect(last.headers["webhook-signature"] != first.headers["webhook-signature"])
      }
    }
  }

  /// Whatever a receiver does, one attempt is one request and one failure; its words reach nobody.
  @Test(arguments: [
    (WebhookReceiver.Reply.status(301, headers: ["Location": "/elsewhere"]), "status 301"),
    (.status(307, headers: ["Location": "http://127.0.0.1:1/"]), "status 307"), (.status(404), "status 404"),
    (.status(503, headers: ["Retry-After": "99999999999999999999999"]), "status 503"),
    (.bytes("secret garbage\u{0}\u{1}\r\n\r\n"), "no answer that is HTTP"),
    (.bytes("HTTP/1.1 200 OK\r\nX-Half: secr"), "no answer that is HTTP"), (.hangUp, "no answer that is HTTP"),
    (.flood("HTTP/1.1 100 Continue\r\n\r\n"), "no answer that is HTTP"),
    (.flood("secret"), "no answer that is HTTP"),
  ])
  func survives(reply: WebhookReceiver.Reply, outcome: String) async throws {
    try await WebhookReceiver.run { _, _ in
      reply
    } _: { receiver in
      let fixture = try await SenderFixture()
      try await fixture.whileSending {
        let kept = try await fixture.settled(try await fixture.send(to: receiver.url), attempts: 1)
        #expect(kept.state == .due && kept.outcome == outcome && receiver.requests.count == 1)
        let pause: TimeInterval = outcome == "status 503" ? 86_400 : 5
        #expect(kept.due == fixture.time.now.addingTimeInterval(pause))
      }
    }
  }

  /// A success with a body without end is a success: the body is not read.
  @Test func readsNoBody() async throws {
    let body = String(repeating: "a", count: 100_000)
    let reply = WebhookReceiver.Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n\(body)")
    try await WebhookReceiver.run { _, _ in
      reply
    } _: { receiver in
      let fixture = try await SenderFixture()
      try await fixture.whileSending {
        let kept = try await fixture.settled(try await fixture.send(to: receiver.url), attempts: 1)
        #expect(kept.state == .delivered)
      }
    }
  }

  /// 410 ends it, and so does a job that is gone; nothing is sent after that, however long it is.
  @Test func stops() async throws {
    try await WebhookReceiver.run { _, _ in
      .status(410)
    } _: { receiver in
      let fixture = try await SenderFixture()
      try await fixture.whileSending {
        let refused = try await fixture.settled(try await fixture.send(to: receiver.url), attempts: 1)
        #expect(refused.state == .failed && refused.due == nil && refused.outcome == "status 410")
        fixture.bodies.answer(.gone)
        let gone = try await fixture.settled(try await fixture.send(to: receiver.url), attempts: 1)
        #expect(gone.state == .failed && gone.outcome == "the job is gone")
        fixture.bodies.answer(.body)
        fixture.time.pass(1_000_000)
        let last = try await fixture.send(to: receiver.url)
        _ = try await fixture.settled(last, attempts: 1)
        #expect(receiver.requests.map(\.id) == [refused.id.wire, last.id.wire])
      }
    }
  }

  /// Ten attempts, each after its pause, and no eleventh.
  @Test func givesUpAfterTen() async throws {
    try await WebhookReceiver.run { _, _ in
      .status(500)
    } _: { receiver in
      let fixture = try await SenderFixture()
      try await fixture.whileSending {
        let delivery = try await fixture.send(to: receiver.url)
        for attempt in 1...10 {
          let kept = try await fixture.settled(delivery, attempts: attempt)
          #expect(kept.attempts == attempt && receiver.requests.count == attempt)
          #expect(kept.state == (attempt < 10 ? .due : .failed))
          if let due = kept.due {
            #expect(due == fixture.time.now.addingTimeInterval(DeliverySchedule.pauses[attempt - 1]))
            fixture.time.pass(due.timeIntervalSince(fixture.time.now))
          }
        }
        #expect(Set(receiver.requests.map(\.id)) == [delivery.id.wire])
      }
    }
  }

  /// Receivers that hang hold up neither others of their account nor other accounts, and fail when their time is over.
  @Test func hangingReceiversHoldUpNobody() async throws {
    var limits = WebhookLimits()
    (limits.deliveries, limits.perHost, limits.perAccount) = (8, 2, 6)
    try await WebhookReceiver.run { _, _ in
      .silence
    } _: { hanging in
      try await WebhookReceiver.run { healthy in
        let fixture = try await SenderFixture(limits: limits)
        let other = try await fixture.otherAccount()
        try await fixture.whileSending {
          var stuck: [WebhookDeliveryRecord] = []
          for index in 0..<40 {
            stuck.append(try await fixture.send(to: hanging.url, host: "hangs-\(index % 3)"))
          }
          try await hanging.until { $0.requests.count == 6 }
          // All places of the account are taken by three hosts; the other's webhooks go on.
          for _ in 0..<20 {
            let sent = try await fixture.send(to: healthy.url, host: "healthy", account: other)
            #expect(try await fixture.settled(sent, attempts: 1).state == .delivered)
          }
          #expect(hanging.requests.count == 6)
          try await fixture.time.again {
            $0.timeOut()
          } while: {
            for delivery in stuck {
              let kept = try await fixture.settled(delivery, attempts: 1)
              #expect(kept.outcome == "no answer in time")
            }
          }
        }
      }
    }
  }

  /// One hanging host leaves the rest of its account's places to the others.
  @Test func aHangingHostHoldsUpNoOtherHost() async throws {
    try await WebhookReceiver.run { _, _ in
      .silence
    } _: { hanging in
      try await WebhookReceiver.run { healthy in
        let fixture = try await SenderFixture()
        try await fixture.whileSending {
          for _ in 0..<50 { try await fixture.send(to: hanging.url, host: "hangs") }
          try await hanging.until { $0.requests.count == WebhookLimits().perHost }
          let sent = try await fixture.send(to: healthy.url, host: "healthy")
          #expect(try await fixture.settled(sent, attempts: 1).state == .delivered)
          #expect(hanging.requests.count == WebhookLimits().perHost)
        }
      }
    }
  }

  /// A secret that was replaced signs beside the new one for a day, and then no more.
  @Test func signsWithBothSecrets() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await SenderFixture()
      let service = WebhookService(store: fixture.store)
      let first = try #require(try await fixture.secrets().first?.secret)
      let second = try await service.rotateSecret(account: fixture.account, now: fixture.time.now)
      try await fixture.whileSending {
        _ = try await fixture.settled(try await fixture.send(to: receiver.url), attempts: 1)
        fixture.time.pass(WebhookSecret.retirement + 1)
        _ = try await fixture.settled(try await fixture.send(to: receiver.url), attempts: 1)
      }
      for (request, secrets) in zip(receiver.requests, [[second, first], [second]]) {
        let timestamp = try #require(request.headers["webhook-timestamp"].flatMap { Int64($0) })
        let signatures = secrets.map {
          WebhookSignature.signature(id: request.id, timestamp: timestamp, body: request.body, secret: $0)
        }
        #expect(request.headers["webhook-signature"] == signatures.joined(separator: " "))
      }
      #expect(receiver.requests.count == 2)
    }
  }

  /// Each account's webhooks have its own secret and its own jobs.
  @Test func keepsAccountsApart() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await SenderFixture()
      let other = try await fixture.otherAccount()
      try await fixture.whileSending {
        let theirs = try await fixture.settled(try await fixture.send(to: receiver.url, account: other), attempts: 1)
        #expect(theirs.state == .delivered)
      }
      let request = try #require(receiver.requests.first)
      #expect(request.job["customerId"] as? String == other.wire)
      let signatures = try await [fixture.secrets(), fixture.secrets(of: other)].map { secrets in
        secrets.map {
          WebhookSignature.signature(id: request.id, timestamp: 1_760_000_000, body: request.body, secret: $0.secret)
        }
      }
      #expect(signatures[1] == [request.headers["webhook-signature"] ?? ""])
      #expect(signatures[0] != signatures[1])
    }
  }

  /// A webhook that was given up or delivered is sent again at an operator's word, which the sender notices by itself.
  @Test func sendsAgain() async throws {
    try await WebhookReceiver.run { _, number in
      .status(number == 0 ? 410 : 200)
    } _: { receiver in
      let fixture = try await SenderFixture()
      let service = WebhookService(store: fixture.store)
      try await fixture.whileSending {
        let delivery = try await fixture.send(to: receiver.url)
        #expect(try await fixture.settled(delivery, attempts: 1).state == .failed)
        for count in 2...3 {
          let again = try await service.resend(delivery.id, account: fixture.account, now: fixture.time.now)
          #expect(again.state == .due && again.attempts == 0)
          try await receiver.until { $0.requests.count == count }
          #expect(try await fixture.settled(delivery, attempts: 1).state == .delivered)
        }
        #expect(Set(receiver.requests.map(\.id)) == [delivery.id.wire])
      }
      let stranger = try await fixture.otherAccount()
      await #expect(throws: GatewayError.self) { try await service.resend(UUID(), account: fixture.account) }
      let theirs = try await service.deliveries(account: stranger, state: nil, limit: 10)
      #expect(theirs.isEmpty)
    }
  }

  /// An operator's word that comes while an attempt is under way is not lost in that attempt's outcome.
  @Test func sendsAgainWhatIsUnderWay() async throws {
    try await WebhookReceiver.run { _, number in
      number == 0 ? .silence : .status(200)
    } _: { receiver in
      let fixture = try await SenderFixture()
      try await fixture.whileSending {
        let delivery = try await fixture.send(to: receiver.url)
        try await receiver.until { $0.requests.count == 1 }
        fixture.time.pass(1)
        _ = try await WebhookService(store: fixture.store)
          .resend(delivery.id, account: fixture.account, now: fixture.time.now)
        fixture.time.timeOut()
        let kept = try await fixture.settled(delivery, attempts: 1)
        #expect(kept.state == .delivered && kept.attempts == 1 && receiver.requests.count == 2)
      }
    }
  }

  /// What a stopped server had not sent is sent by the next, those under way when it was cut off too.
  @Test func resumes() async throws {
    try await WebhookReceiver.run { _, number in
      number == 0 ? .silence : .status(200)
    } _: { receiver in
      let engine = try await TestEngine()
      let first = try await SenderFixture(engine: engine)
      let delivery = try await first.whileSending {
        let delivery = try await first.send(to: receiver.url)
        try await receiver.until { $0.requests.count == 1 }
        return delivery
      }
      #expect(try await first.kept(delivery) == delivery)
      let second = try await SenderFixture(engine: engine)
      try await second.whileSending {
        let kept = try await second.settled(delivery, attempts: 1)
        #expect(kept.state == .delivered)
      }
      #expect(receiver.requests.map(\.id) == [delivery.id.wire, delivery.id.wire])
    }
  }

  /// A body that cannot be made is a failed attempt; a store that cannot be read is none.
  @Test func tellsItsOwnFailures() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await SenderFixture()
      fixture.bodies.answer(.failure(GatewayError(.internalError, "broken")))
      try await fixture.whileSending {
        let broken = try await fixture.send(to: receiver.url)
        #expect(try await fixture.settled(broken, attempts: 1).outcome == "the job cannot be read")
        fixture.bodies.answer(.failure(GatewayError(.unavailable, "no disk")))
        let unread = try await fixture.send(to: receiver.url)
        try await receiver.until { _ in fixture.bodies.asked >= 2 }
        #expect(try await fixture.kept(unread).attempts == 0)
        fixture.bodies.answer(.body)
        let sent = try await fixture.time.again {
          $0.pass(1)
        } while: {
          try await fixture.settled(unread, attempts: 1)
        }
        #expect(sent.state == .delivered)
      }
    }
  }

  /// Told to stop, it lets what is under way end, and takes nothing new.
  @Test func drains() async throws {
    let (gate, opener) = AsyncStream<Void>.makeStream()
    let reply = WebhookReceiver.Reply.after { for await _ in gate {} }
    try await WebhookReceiver.run { _, _ in
      reply
    } _: { receiver in
      let fixture = try await SenderFixture()
      let group = ServiceGroup(services: [fixture.sender], logger: TestEngine.silent)
      let running = Task { try await group.run() }
      let delivery = try await fixture.send(to: receiver.url)
      try await receiver.until { $0.requests.count == 1 }
      await group.triggerGracefulShutdown()
      try await receiver.until { _ in fixture.sender.isStopping }
      let late = try await fixture.send(to: receiver.url)
      opener.finish()
      try await running.value
      #expect(try await fixture.kept(delivery).state == .delivered)
      #expect(try await fixture.kept(late).attempts == 0)
      #expect(receiver.requests.count == 1)
    }
  }

  /// What hangs is waited for some seconds, and then cut off, to be sent by the next.
  @Test func stopsInTime() async throws {
    try await WebhookReceiver.run { _, _ in
      .silence
    } _: { receiver in
      let fixture = try await SenderFixture()
      let group = ServiceGroup(services: [fixture.sender], logger: TestEngine.silent)
      let running = Task { try await group.run() }
      let delivery = try await fixture.send(to: receiver.url)
      try await receiver.until { $0.requests.count == 1 }
      await group.triggerGracefulShutdown()
      try await fixture.time.again {
        $0.pass(1)
      } while: {
        try await running.value
      }
      let kept = try await fixture.kept(delivery)
      #expect(kept.state == .due && kept.attempts == 0)
    }
  }
}

extension SenderFixture {
  func otherAccount() async throws -> UUID {
    let other = AccountRecord(id: UUID(), name: UUID().uuidString, created: time.now)
    try await store.insert(other)
    return other.id
  }

  func secrets(of other: UUID? = nil) async throws -> [WebhookService.Secret] {
    try await WebhookService(store: store).secrets(account: other ?? account, now: time.now)
  }
}
