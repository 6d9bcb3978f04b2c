internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import Storage
internal import TestSupport
internal import Testing

/// Webhooks of batch jobs that are made over REST.
struct BatchWebhookTests {
  private func create(_ fixture: BatchFixture, _ url: String) async throws -> (id: String, path: String) {
    let answer = try await fixture.rest.send(
      .post, "/v1/batch-jobs", #"{"name": "a", "policyId": "\#(fixture.policyID)", "webhookUrl": "\#(url)"}"#)
    let address = answer.json["inputFileUploadUrl"] as? String ?? ""
    try #require(answer.status == 200, "\(answer.body)")
    return (answer.json["batchJobId"] as? String ?? "", String(address.dropFirst("http://gavel.test".count)))
  }

  private func fixture() async throws -> BatchFixture {
    try await BatchFixture(webhooks: WebhookClient(allowsPlaintextLoopback: true))
  }

  /// Does something while webhooks are sent.
  private func whileSending(_ fixture: BatchFixture, _ body: () async throws -> Void) async throws {
    let sender = Task { try await fixture.engine.webhooks.run() }
    defer { sender.cancel() }
    try await body()
  }

  /// Whoever is told that a batch job is complete is told where its output is.
  @Test func tellsWhereTheOutputIs() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await fixture()
      let (id, path) = try await create(fixture, receiver.url)
      try await whileSending(fixture) {
        #expect(try await fixture.upload("1,text,a cat\n2,text,a dog\n", to: path).status == 200)
        try await fixture.run(id)
        try await receiver.until { $0.requests.count == 1 }
        let told = receiver.requests[0].json
        let batch = try #require(told["batchJob"] as? [String: Any])
        #expect(batch["batchJobId"] as? String == id && batch["state"] as? String == "BATCH_JOB_STATE_COMPLETED")
        #expect(told["rows"] as? Int == 2 && told["rowsDone"] as? Int == 2)
        let address = try #require(batch["outputFileUrl"] as? String).dropFirst("http://gavel.test".count)
        let output = try await fixture.rest.send(.get, String(address), key: nil)
        #expect(output.body.split(separator: "\n").count == 2)
      }
    }
  }

  /// One that is cancelled, and one whose file is refused, are told of too; one that has not ended is not.
  @Test func tellsOfOtherEnds() async throws {
    try await WebhookReceiver.run { receiver in
      let fixture = try await fixture()
      let (cancelled, _) = try await create(fixture, receiver.url)
      let (refused, path) = try await create(fixture, receiver.url)
      _ = try await create(fixture, receiver.url)
      try await whileSending(fixture) {
        #expect(try await fixture.rest.send(.post, "/v1/batch-jobs/\(cancelled)/cancel", "{}").status == 200)
        #expect(try await fixture.upload("1,poem,a cat\n", to: path).status == 400)
        try await receiver.until { $0.requests.count == 2 }
      }
      let states = receiver.requests.compactMap { request -> [String]? in
        guard let batch = request.json["batchJob"] as? [String: Any] else { return nil }
        return [batch["batchJobId"] as? String ?? "", batch["state"] as? String ?? ""]
      }
      #expect(Set(states) == [[cancelled, "BATCH_JOB_STATE_CANCELLED"], [refused, "BATCH_JOB_STATE_ERROR"]])
      let waiting = try await fixture.store.webhooks(account: fixture.rest.engine.account, state: .waiting, limit: 10)
      #expect(waiting.count == 1)
    }
  }
}
