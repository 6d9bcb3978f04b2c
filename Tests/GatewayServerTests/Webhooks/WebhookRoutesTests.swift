internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import Storage
internal import TestSupport
internal import Testing

/// Webhooks of jobs that are made over REST.
struct WebhookRoutesTests {
  private func fixture(loopback: Bool = true) async throws -> RESTFixture {
    try await RESTFixture(
      engine: TestEngine(webhooks: WebhookClient(allowsPlaintextLoopback: loopback)))
  }

  private func body(_ fixture: RESTFixture, _ webhook: String, wait: Bool = false) -> String {
    """
    {"contentData": [{"text": "a cat", "metadata": {"place": "1"}}], "policyId": "\(fixture.policyID)",
     "waitForCompletion": \(wait), "webhook": \(webhook)}
    """
  }

  /// Does something while jobs run and webhooks are sent.
  private func whileRunning<Result: Sendable>(
    _ fixture: RESTFixture, _ body: () async throws -> Result
  ) async throws -> Result {
    let engine = fixture.engine.engine
    try await engine.runner.settle()
    let tasks = [Task { try await engine.runner.run() }, Task { try await engine.webhooks.run() }]
    defer { for task in tasks { task.cancel() } }
    return try await body()
  }

  /// A job that ends is told of, in the very bytes that GetJob answers.
  @Test func tellsOfAJob() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await fixture()
      try await whileRunning(fixture) {
        let made = try await fixture.send(
          .post, "/v1/jobs",
          body(fixture, #"{"url": "\#(receiver.url)?a=b", "extraHeaders": {"X-Webhook-Team": "trust"}}"#))
        let job = try #require((made.json["job"] as? [String: Any])?["jobUuid"] as? String)
        try await receiver.until { $0.requests.count == 1 }
        let request = receiver.requests[0]
        let answer = try await fixture.get("/v1/jobs/\(job)")
        #expect(String(decoding: request.body, as: UTF8.self) == answer.body)
        #expect(request.job["status"] as? String == "JOB_STATUS_COMPLETED" && request.path == "/hook?a=b")
        #expect((request.job["results"] as? [Any])?.count == 1 && request.headers["x-webhook-team"] == "trust")
      }
    }
  }

  /// Each of many jobs is told of once.
  @Test func tellsOfEach() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await fixture()
      try await whileRunning(fixture) {
        var jobs: Set<String> = []
        for _ in 0..<50 {
          let made = try await fixture.send(.post, "/v1/jobs", body(fixture, #"{"url": "\#(receiver.url)"}"#))
          jobs.insert((made.json["job"] as? [String: Any])?["jobUuid"] as? String ?? "")
        }
        try await receiver.until { $0.requests.count >= 50 }
        #expect(Set(receiver.requests.compactMap { $0.job["jobUuid"] as? String }) == jobs)
        #expect(receiver.requests.count == 50 && Set(receiver.requests.map(\.id)).count == 50)
      }
    }
  }

  /// A job that failed is told of too, that of an earlier run of the server among them.
  @Test func tellsOfFailures() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await fixture()
      let account = fixture.engine.account
      var job = JobRecord(
        id: UUID(), accountID: account, type: 1, state: .running, policyID: nil, policyVersionID: nil, threshold: 0.5,
        created: Date(), updated: Date(), completed: nil, request: nil, summary: Data(), results: nil)
      for _ in 0..<2 {
        let delivery = try WebhookDeliveryRecord.make(
          of: WebhookSubject(.job, job.id), account: account, url: receiver.url,
          client: WebhookClient(allowsPlaintextLoopback: true))
        try await fixture.engine.store.insert(job, webhook: delivery)
        // One had no contents to go on with, the other's cannot be read.
        job.id = UUID()
        job.request = Data([0xff])
      }
      try await whileRunning(fixture) {
        try await receiver.until { $0.requests.count == 2 }
        for request in receiver.requests {
          #expect(request.job["status"] as? String == "JOB_STATUS_FAILED")
          #expect((request.job["results"] as? [Any])?.isEmpty == true)
        }
      }
    }
  }

  /// A webhook that cannot be sent refuses the job, names its field, and keeps nothing.
  @Test(arguments: [
    (#"{}"#, "webhook.url: is required"), (#"{"url": ""}"#, "webhook.url: is required"),
    (#"{"url": "http://hooks.example.com/"}"#, "webhook.url: the URL is not https"),
    (#"{"url": "http://127.0.0.1:8080/"}"#, "webhook.url: the URL is not https"),
    (#"{"url": "https://u:p@hooks.example.com/"}"#, "webhook.url: the URL has a user's name or password in it"),
    (#"{"url": "https://169.254.169.254/"}"#, "webhook.url: the URL's host is not a public host name or address"),
    (
      #"{"url": "https://hooks.example.com/", "extraHeaders": {"Authorization": "a"}}"#,
      "webhook.extraHeaders: a name must begin with `X-Webhook-`, and go on"
    ),
    (
      #"{"url": "https://hooks.example.com/", "extraHeaders": {"x-webhook-a": "a\r\nHost: b"}}"#,
      "webhook.extraHeaders: a value must be of printable ASCII, 1024 bytes at most"
    ),
  ])
  func refuses(webhook: String, message: String) async throws {
    let fixture = try await fixture(loopback: false)
    let answer = try await fixture.send(.post, "/v1/jobs", body(fixture, webhook, wait: true))
    #expect(answer.status == 400 && answer.json["message"] as? String == message, "\(answer.body)")
    #expect((try await fixture.get("/v1/jobs").json["jobs"] as? [Any])?.isEmpty == true)
    #expect(try await fixture.engine.store.webhooks(account: fixture.engine.account, state: nil, limit: 1).isEmpty)
  }

  /// Another account's job is told of with that account's words: its own secret, its own jobs.
  @Test func keepsAccountsApart() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await fixture()
      let other = try await fixture.engine.otherAccount()
      let job = JobRecord(
        id: UUID(), accountID: other.id, type: 1, state: .running, policyID: nil, policyVersionID: nil, threshold: 0.5,
        created: Date(), updated: Date(), completed: nil, request: nil, summary: Data(), results: nil)
      // A delivery of one account that names another's job finds none.
      let stolen = try WebhookDeliveryRecord.make(
        of: WebhookSubject(.job, job.id), account: fixture.engine.account, url: receiver.url,
        client: WebhookClient(allowsPlaintextLoopback: true))
      try await fixture.engine.store.insert(job, webhook: stolen)
      try await whileRunning(fixture) {
        try await receiver.until { _ in
          try await fixture.engine.store.webhooks(account: fixture.engine.account, state: .failed, limit: 1).count == 1
        }
      }
      #expect(receiver.requests.isEmpty)
      #expect(try await fixture.engine.store.webhooks(account: other.id, state: nil, limit: 1).isEmpty)
    }
  }
}
