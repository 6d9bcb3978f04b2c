internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Rate limits that accounts set for themselves, at the boundary.
struct RateLimitUpdateTests {
  private static func limits(_ answer: RESTFixture.Answer) -> [String: [Int?]] {
    (answer.json["rateLimits"] as? [String: [String: Any]] ?? [:]).mapValues {
      [$0["limit"] as? Int, $0["burst"] as? Int]
    }
  }

  /// A limit holds from the next request on, in headers and refusals, for the account that set it; and is taken back.
  @Test func holdsAtOnce() async throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 10, burst: 5), account: nil, now: { time.now })
    let fixture = try await RESTFixture(engine: TestEngine(limiter: limiter))
    let other = try await fixture.engine.otherAccount()
    let path = "/v1/customers/\(fixture.engine.account)/rate-limits"
    let set = try await fixture.send(
      .put, path, #"{"rateLimits": {"key": {"limit": 60, "burst": 2, "period": "60s"}, "account": {"limit": 7}}}"#)
    #expect(Self.limits(set) == ["key": [1, 2], "account": [7, 70]], "\(set.body)")
    func refusals(_ key: String) async throws -> [Int] {
      var statuses: [Int] = []
      for _ in 0..<3 { statuses.append(try await fixture.status(.get, "/v1/jobs", key: key)) }
      return statuses
    }
    #expect(try await refusals(fixture.engine.evaluator) == [200, 200, 429])
    #expect(try await refusals(other.admin) == [200, 200, 200])
    let header = try #require(HTTPField.Name("RateLimit-Policy"))
    let told = try await fixture.send(.get, "/v1/user", key: fixture.engine.writer)
    #expect(told.headers[header] == #""key";q=2;w=2, "account";q=70;w=10"#)
    #expect(
      Self.limits(try await fixture.send(.get, path, key: fixture.engine.writer)) == [
        "key": [1, 2], "account": [7, 70],
      ])

    time.pass(.seconds(60))
    // One that is not named stays; one without figures is the server's.
    let back = try await fixture.send(.put, path, #"{"rateLimits": {"key": {}}}"#)
    #expect(Self.limits(back) == ["key": [10, 50], "account": [7, 70]])
    #expect(try await refusals(fixture.engine.evaluator) == [200, 200, 200])
  }

  /// What an account sets stays over a restart, as far as the server then lets it.
  @Test func staysOverARestart() async throws {
    let folder = try TemporaryFolder()
    let first = try await TestEngine(folder: folder)
    _ = try await first.engine.limits.update(
      Clavata_Gateway_V1_UpdateCustomerRateLimitsRequest.with {
        $0.rateLimits = ["key": .with { $0.limit = 5 }, "account": .with { $0.limit = 6 }]
      }, caller: first.caller)
    try await first.store.close()
    let limiter = RateLimiter(key: RateLimit(perSecond: 2, burst: 1), account: nil)
    let second = try await RESTFixture(engine: TestEngine(limiter: limiter, folder: folder))
    let path = "/v1/customers/\(first.account)/rate-limits"
    #expect(Self.limits(try await second.get(path)) == ["key": [2, 2], "account": [6, 60]])
  }

  /// What cannot be, or is more than the server's, is refused by name and changes nothing.
  @Test(
    arguments: [
      (#"{"other": {"limit": 1}}"#, 3), (#"{"key": {"limit": -1}}"#, 3), (#"{"key": {"burst": 5}}"#, 3),
      (#"{"key": {"limit": 1, "burst": -1}}"#, 3), (#"{"key": {"limit": 1, "period": "2s"}}"#, 3),
      (#"{"key": {"limit": 7, "period": "3s"}}"#, 3), (#"{"key": {"limit": 2, "period": "0.5s"}}"#, 3),
      (#"{"key": {"limit": 2, "period": "-1s"}}"#, 3), (#"{"key": {"limit": 2, "period": "0s"}}"#, 3),
      (#"{"key": {"limit": 1, "period": "86401s"}}"#, 3), (#"{"key": {"limit": 2, "burst": 3}}"#, 3),
      (#"{"key": {"limit": 2147483647}}"#, 3), (#"{"account": {"limit": 1, "burst": 3601}}"#, 3),
      (#"{"key": {"limit": 11}}"#, 9), (#"{"key": {"limit": 10, "burst": 60}}"#, 9),
      (#"{"key": {"limit": 1, "burst": 6}}"#, 9), (#"{"account": {"limit": 1}, "key": {"limit": 11}}"#, 9),
    ])
  func refusesWhatCannotBe(limits: String, code: Int) async throws {
    let limiter = RateLimiter(key: RateLimit(perSecond: 10, burst: 5), account: nil)
    let fixture = try await RESTFixture(engine: TestEngine(limiter: limiter))
    let path = "/v1/customers/\(fixture.engine.account)/rate-limits"
    let answer = try await fixture.send(.put, path, #"{"rateLimits": \#(limits)}"#)
    #expect(answer.status == 400 && answer.json["code"] as? Int == code, "\(answer.body)")
    #expect((answer.json["message"] as? String)?.hasPrefix("rateLimits") == true, "\(answer.body)")
    #expect(Self.limits(try await fixture.get(path)) == ["key": [10, 50]])
  }

  /// Only administrators set limits, and their own account's alone.
  @Test func accountsAndRolesAreApart() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let path = "/v1/customers/\(fixture.engine.account)/rate-limits"
    let body = #"{"rateLimits": {"key": {"limit": 1, "burst": 1}}}"#
    for key in [other.admin, fixture.engine.evaluator, fixture.engine.writer] {
      #expect(try await fixture.status(.put, path, body, key: key) == 403)
    }
    #expect(Self.limits(try await fixture.get(path)).isEmpty)
  }

  /// One key's burst over both transports is refused, and another key of the account is served all the while.
  @Test func aBurstStarvesNobody() async throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 1, burst: 20), account: nil, now: { time.now })
    let fixture = try await RESTFixture(engine: TestEngine(limiter: limiter))
    let engine = fixture.engine
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        func call(_ key: String) async -> Bool {
          (try? await client.listJobs(.init(), metadata: ["authorization": "Bearer \(key)"])) != nil
        }
        let served = await withTaskGroup(of: (isLoud: Bool, isServed: Bool).self) { group in
          for number in 0..<400 {
            group.addTask { (true, await call(engine.evaluator)) }
            group.addTask {
              (true, (try? await fixture.status(.get, "/v1/jobs", key: engine.evaluator)) == 200)
            }
            if number.isMultiple(of: 20) { group.addTask { (false, await call(engine.writer)) } }
          }
          return await group.reduce(into: [0, 0]) { $0[$1.isLoud ? 0 : 1] += $1.isServed ? 1 : 0 }
        }
        // No time has passed: the loud one got what its bucket held, the quiet one all it asked for.
        #expect(served == [20, 20])
      }
    }
  }
}
