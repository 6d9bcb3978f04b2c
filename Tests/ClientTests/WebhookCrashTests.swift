internal import Foundation
internal import Synchronization
internal import TestSupport
internal import Testing

/// kill -9 at any step loses no webhook, and none changes its id.
struct WebhookCrashTests {
  private static let key = "gavel_webhook_crash_test_key"
  private static let jobsPerRound = 4

  /// Where a round's server is killed.
  private enum Step: Int, CaseIterable {
    /// As soon as jobs are acknowledged.
    case acknowledged
    /// When the receiver has a request and has not answered it.
    case unanswered
    /// When the receiver has just answered.
    case answered
    /// When a job is seen to have ended.
    case ended
    /// Between one acknowledgement and the next.
    case between
  }

  /// What the receiver does: holds back its answers in rounds that kill before them.
  private final class Receiving: Sendable {
    private let holds = Mutex(false)
    var isHolding: Bool {
      get { holds.withLock { $0 } }
      set { holds.withLock { $0 = newValue } }
    }
  }

  /// Every job that was acknowledged ends once, and its webhook arrives under one id, with a signature that its secret
  /// verifies.
  @Test func everyWebhookArrives() async throws {
    let folder = try ServerProcess.folder()
    let receiving = Receiving()
    let script: WebhookReceiver.Script = { _, _ in receiving.isHolding ? .silence : .status(200) }
    try await WebhookReceiver.run(script) { receiver in
      var jobs: Set<String> = []
      for round in 0..<Kills.count(12) {
        let step = Step.allCases[round % Step.allCases.count]
        receiving.isHolding = step == .unanswered
        let server = try await Self.server(folder)
        let policy = try await server.policyID()
        let before = receiver.requests.count
        let made = step == .between ? Self.jobsPerRound / 2 : Self.jobsPerRound
        var last = ""
        for _ in 0..<made {
          last = try await Self.makeJob(on: server, policy: policy, receiver: receiver)
          jobs.insert(last)
        }
        switch step {
        case .acknowledged, .between: break
        case .unanswered, .answered: try await receiver.until { $0.requests.count > before }
        case .ended:
          try await receiver.until { _ in
            let answer = try await server.send("GET", "/v1/jobs/\(last)")
            return (answer["job"] as? [String: Any])?["status"] as? String == "JOB_STATUS_COMPLETED"
          }
        }
        server.kill()
      }

      receiving.isHolding = false
      let server = try await Self.server(folder)
      // Jobs end once, whatever happened.
      for job in jobs {
        try await receiver.until { _ in
          let answer = try await server.send("GET", "/v1/jobs/\(job)")
          return (answer["job"] as? [String: Any])?["status"] as? String == "JOB_STATUS_COMPLETED"
        }
      }
      let data = folder.url.appending(path: "data").path
      let gavel = Program.gavel
      try await receiver.until { _ in
        let waiting = try await gavel.run(["webhook", "list", "--data", data, "--state", "waiting"])
        let due = try await gavel.run(["webhook", "list", "--data", data, "--state", "due"])
        return waiting.status == 0 && due.status == 0 && waiting.output.isEmpty && due.output.isEmpty
      }
      let delivered = try await gavel.run(
        ["webhook", "list", "--data", data, "--state", "delivered", "--limit", "100000"])
      #expect(delivered.output.split(separator: "\n").count == jobs.count)
      var ids: [String: Set<String>] = [:]
      for request in receiver.requests { ids[request.job["jobUuid"] as? String ?? "", default: []].insert(request.id) }
      #expect(Set(ids.keys) == jobs)
      #expect(ids.values.allSatisfy { $0.count == 1 } && Set(ids.values.joined()).count == jobs.count)
      #expect(receiver.requests.allSatisfy { $0.job["status"] as? String == "JOB_STATUS_COMPLETED" })
      server.kill()
    }
  }

  private static func server(_ folder: TemporaryFolder) async throws -> ServerProcess {
    try await ServerProcess.start(folder: folder, key: key, arguments: ["--webhook-plaintext-loopback"])
  }

  private static func makeJob(
    on server: ServerProcess, policy: String, receiver: WebhookReceiver
  ) async throws -> String {
    let answer = try await server.send(
      "POST", "/v1/jobs",
      #"{"contentData":[{"text":"a cat"}],"policyId":"\#(policy)","webhook":{"url":"\#(receiver.url)"}}"#)
    return try #require((answer["job"] as? [String: Any])?["jobUuid"] as? String)
  }
}
