internal import Foundation
internal import GRPCCore
internal import GatewayProtocol
internal import HTTPTypes
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Every byte from outside is hostile.
struct HostileRequestTests {
  /// Five hundred broken bodies each get a clear 4xx, or an answer where the breaking left a right request.
  @Test func brokenBodiesAreRefused() async throws {
    let fixture = try await RESTFixture()
    var generator = SeededGenerator(seed: 7)
    let whole = Array(
      #"{"contentData":[{"text":"a cat","metadata":{"k":"v"}}],"policyId":"\#(fixture.policyID)","threshold":0.5}"#.utf8
    )
    let paths = ["/v1/jobs/stream", "/v1/jobs", "/v1/policies", "/v1/policies/validate"]
    var refused = 0
    for round in 0..<500 {
      let body = Self.broken(whole, round: round, using: &generator)
      let answer = try await fixture.send(
        .post, paths[round % paths.count], body: body, key: fixture.engine.admin)
      #expect(
        answer.status == 200 || (400..<500).contains(answer.status),
        "round \(round): \(answer.status) \(answer.body.prefix(200))")
      if answer.status != 200 { refused += 1 }
    }
    #expect(refused > 250)
  }

  private static func broken(_ whole: [UInt8], round: Int, using generator: inout SeededGenerator) -> [UInt8] {
    switch round % 10 {
    case 0: return Array(whole.prefix(Int.random(in: 0..<whole.count, using: &generator)))
    case 1:
      var body = whole
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        body[Int.random(in: 0..<body.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      return body
    case 2: return (0..<Int.random(in: 0...400, using: &generator)).map { _ in .random(in: 0...255, using: &generator) }
    case 3: return Array(String(repeating: "[", count: 100_000).utf8)
    case 4: return Array((String(repeating: #"{"options":"#, count: 5_000) + String(repeating: "}", count: 5_000)).utf8)
    case 5: return Array(#"{"contentData":[{"text":"\#u{fffd}"}],"threshold":1e999999,"policyId":"x"}"#.utf8)
    case 6: return Array(#"{"contentData":{"text":["a"]},"policyId":7,"pageSize":99999999999999999999}"#.utf8)
    case 7: return Array(#"{"contentData":[{"text":"\ud800"}],"policyId":"\#(round)"}"#.utf8)
    case 8: return Array("{\"contentData\":[{\"text\":\"".utf8) + [0xff, 0xfe, 0xc0] + Array("\"}]}".utf8)
    default: return Array(#"{"policyKey":"k\#(round)","versionText":"LABEL \"a\" { "#.utf8) + Array(#"(((((" }"#.utf8)
    }
  }

  /// Query parameters are no better than bodies.
  @Test(arguments: [
    "pageSize=-1", "pageSize=1001", "pageSize=abc", "pageSize=999999999999999999999", "pageToken=AAAA",
    "query.status=NOPE", "query.createdTimeRange.start=yesterday", "query.policyId=x",
    "query.createdTimeRange.start=2026-02-01T00:00:00Z&query.createdTimeRange.end=2026-01-01T00:00:00Z",
    String(repeating: "a=b&", count: 500),
  ])
  func badQueriesAreRefused(_ query: String) async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.get("/v1/jobs?\(query)")
    #expect(answer.status == 400, "\(answer.status) \(answer.body)")
  }

  /// A body over the limit is refused by its length alone.
  @Test func oversizeBodiesAreRefused() async throws {
    let fixture = try await RESTFixture()
    let answer = try await fixture.send(
      .post, "/v1/jobs/stream", body: [UInt8](repeating: 0x20, count: (100 << 20) + 1), key: fixture.engine.admin)
    #expect(answer.status == 413)
    let text = String(repeating: "a", count: (1 << 20) + 1)
    let long = try await fixture.send(
      .post, "/v1/jobs/stream", #"{"contentData":[{"text":"\#(text)"}],"policyId":"\#(fixture.policyID)"}"#)
    #expect(long.status == 400 && long.body.contains("over the limit"))
  }

  /// A body of next to nothing many times over is refused before it takes its many times as much memory.
  @Test func tooManyValuesAreRefused() async throws {
    let fixture = try await RESTFixture()
    let elements = Array(repeating: "{}", count: 500_001).joined(separator: ",")
    for (path, body) in [
      ("/v1/jobs/stream", #"{"contentData":[\#(elements)]}"#), ("/v1/jobs/stream", #"{"a":[\#(elements)]}"#),
      ("/v1/policies", #"{"a":[\#(elements)]}"#),
    ] {
      let answer = try await fixture.send(.post, path, body)
      #expect(answer.status == 400 && answer.body.contains("more than 500000 values"), "\(answer.body.prefix(200))")
    }
  }

  /// So is such a message over gRPC.
  @Test func tooManyValuesAreRefusedOverGRPC() async throws {
    let engine = try await TestEngine()
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.evaluator)"]
        let request = Clavata_Gateway_V1_EvaluateRequest.with {
          $0.contentData = Array(repeating: .init(), count: 500_001)
        }
        let error = try await #require(throws: RPCError.self) {
          try await client.evaluate(
            request, metadata: metadata
          ) { for try await _ in $0.messages {} }
        }
        #expect(error.code == .invalidArgument && error.message.contains("more than 500000 values"), "\(error)")
        // The connection is as good as before.
        _ = try await client.listJobs(.init(), metadata: metadata)
      }
    }
  }
}
