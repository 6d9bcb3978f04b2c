internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Limits on callers, as each transport tells them.
struct RateLimitTests {
  private static func headers(_ answer: RESTFixture.Answer) -> [String?] {
    ["RateLimit", "RateLimit-Policy", "Retry-After"].map { name in HTTPField.Name(name).flatMap { answer.headers[$0] } }
  }

  /// Every answer to a known key tells where it stands, errors too; then there is a 429 that says when to come back.
  @Test func answersSayWhereACallerStands() async throws {
    let time = SetTime()
    let limiter = RateLimiter(
      key: RateLimit(perSecond: 1, burst: 3), account: RateLimit(perSecond: 10), now: { time.now })
    let fixture = try await RESTFixture(engine: TestEngine(limiter: limiter))
    let policies = #""key";q=3;w=3, "account";q=100;w=10"#
    let first = try await fixture.get("/v1/jobs")
    #expect(first.status == 200)
    #expect(Self.headers(first) == [#""key";r=2;t=1, "account";r=99;t=1"#, policies, nil])
    let second = try await fixture.get("/v1/jobs/\(UUID())")
    #expect(second.status == 404)
    #expect(Self.headers(second) == [#""key";r=1;t=2, "account";r=98;t=1"#, policies, nil])
    time.pass(.milliseconds(500))
    let third = try await fixture.get("/v1/policies")
    #expect(Self.headers(third) == [#""key";r=0;t=3, "account";r=99;t=1"#, policies, nil])

    let refused = try await fixture.get("/v1/jobs")
    #expect(refused.status == 429)
    #expect(Self.headers(refused) == [#""key";r=0;t=3, "account";r=99;t=1"#, policies, "1"])
    #expect(refused.json["code"] as? Int == 8)
    let detail = (refused.json["details"] as? [[String: Any]])?.first
    #expect(detail?["@type"] as? String == "type.googleapis.com/google.rpc.RetryInfo")
    #expect(detail?["retryDelay"] as? String == "0.500s")

    // Another key of the account has a bucket of its own; nobody at all has none.
    #expect(try await fixture.send(.get, "/v1/jobs", key: fixture.engine.writer).status == 200)
    let unknown = try await fixture.send(.get, "/v1/jobs", key: "wrong")
    #expect(unknown.status == 401 && Self.headers(unknown) == [nil, nil, nil])
    #expect(try await fixture.send(.get, "/readyz", key: nil).status != 429)
    time.pass(.milliseconds(500))
    #expect(try await fixture.get("/v1/jobs").status == 200)
  }

  /// A list counts for each of its contents, in a stream and in a job, and a role that is too low counts as well.
  @Test func contentsCount() async throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 1, burst: 12), account: nil, now: { time.now })
    let fixture = try await RESTFixture(engine: TestEngine(limiter: limiter))
    func body(_ count: Int) -> [UInt8] {
      let contents = Array(repeating: #"{"text":"a"}"#, count: count).joined(separator: ",")
      return Array(#"{"contentData":[\#(contents)],"policyId":"\#(fixture.policyID)"}"#.utf8)
    }
    let key = fixture.engine.evaluator
    let streamed = try await fixture.send(.post, "/v1/jobs/stream", body: body(5), key: key)
    #expect(streamed.lines.count == 5 && Self.headers(streamed)[0] == #""key";r=7;t=5"#)
    let job = try await fixture.send(.post, "/v1/jobs", body: body(4), key: key)
    #expect(job.status == 200 && Self.headers(job)[0] == #""key";r=3;t=9"#)
    let forbidden = try await fixture.send(.post, "/v1/policies", body: body(1), key: key)
    #expect(forbidden.status == 403 && Self.headers(forbidden)[0] == #""key";r=2;t=10"#)
    let long = try await fixture.send(.post, "/v1/jobs/stream", body: body(8), key: key)
    #expect(long.lines.count == 8 && Self.headers(long)[0] == #""key";r=0;t=18"#)
    let refused = try await fixture.send(.post, "/v1/jobs/stream", body: body(1), key: key)
    #expect(refused.status == 429 && (refused.json["error"] as? [String: Any])?["code"] as? Int == 8)
    #expect(Self.headers(refused)[2] == "7")
  }

  /// Without limits no header speaks of any.
  @Test func isOffUnlessSet() async throws {
    #expect(Self.headers(try await RESTFixture().get("/v1/jobs")) == [nil, nil, nil])
  }

  /// gRPC draws from the same bucket and ends with RESOURCE_EXHAUSTED, whose packed status has the call's own code and
  /// message, as clients demand, and the RetryInfo.
  @Test func gRPCEndsWithRetryInfo() async throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 1, burst: 2), account: nil, now: { time.now })
    let engine = try await TestEngine(limiter: limiter)
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.evaluator)"]
        for _ in 0..<2 { _ = try await client.listJobs(.init(), metadata: metadata) }
        let error = try await #require(throws: RPCError.self) {
          try await client.listJobs(.init(), metadata: metadata)
        }
        #expect(error.code == .resourceExhausted)
        let packed = try #require(error.metadata[binaryValues: "grpc-status-details-bin"].first { _ in true })
        let status = try Google_Rpc_Status(serializedBytes: packed)
        #expect(status.code == 8 && status.message == error.message)
        let info = try Google_Rpc_RetryInfo(unpackingAny: try #require(status.details.first))
        #expect(info.retryDelay == .with { $0.seconds = 1 })
        // Health is for anyone, at any rate.
        let health = Grpc_Health_V1_Health.Client(wrapping: connection)
        #expect(try await health.check(.init()).status == .serving)
      }
    }
  }
}
