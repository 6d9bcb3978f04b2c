internal import Foundation
internal import Synchronization
internal import TestSupport
internal import Testing

/// What an account has had of a month, over kill -9.
struct ReviewLimitCrashTests {
  private static let key = "gavel_review_limit_test_key"

  /// A server is killed again and again while it evaluates. All that was answered is counted, and of the limit no more
  /// is lost than a block, a hundredth, with what was under way, at each kill.
  @Test func aKillForgetsNothing() async throws {
    let folder = try ServerProcess.folder()
    let (limit, kills, callers) = (4_000, 4, 4)
    var answered = 0
    for _ in 0..<kills {
      let server = try await ServerProcess.start(
        folder: folder, key: Self.key, arguments: ["--review-limit", "\(limit)"])
      let policy = try await server.policyID()
      let count = Count()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<callers {
          group.addTask {
            // Until the server is no more.
            while let taken = try? await Self.evaluate(1, policy, server) { count.add(taken) }
          }
        }
        try await until { count.value >= 50 }
        server.kill()
        try await group.waitForAll()
      }
      answered += count.value
    }
    #expect(answered >= 50 * kills && answered < limit)
    let server = try await ServerProcess.start(
      folder: folder, key: Self.key, arguments: ["--review-limit", "\(limit)"])
    let policy = try await server.policyID()
    var rest = 0
    for size in [50, 1] {
      var taken = size
      while taken > 0, rest <= limit {
        taken = try await Self.evaluate(size, policy, server)
        rest += taken
      }
    }
    server.kill()
    #expect(answered + rest <= limit)
    #expect(answered + rest >= limit - kills * (limit / 100 + callers))
  }

  /// - Returns: how many contents were evaluated: all or none.
  private static func evaluate(_ contents: Int, _ policy: String, _ server: ServerProcess) async throws -> Int {
    let items = Array(repeating: #"{"text":"a cat"}"#, count: contents).joined(separator: ",")
    let answer = try await server.send(
      "POST", "/v1/jobs", #"{"contentData":[\#(items)],"policyId":"\#(policy)"}"#)
    if answer["job"] != nil { return contents }
    #expect(answer["code"] as? Int == 8, "\(answer)")
    return 0
  }
}

/// What callers beside one another were answered.
private final class Count: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func add(_ number: Int) { count.withLock { $0 += number } }
}
