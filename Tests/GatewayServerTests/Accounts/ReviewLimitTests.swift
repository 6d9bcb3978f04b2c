internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Contents a month, at the boundary.
struct ReviewLimitTests {
  private static func contents(_ count: Int, _ policy: String) -> String {
    let items = Array(repeating: #"{"text":"a cat"}"#, count: count).joined(separator: ",")
    return #"{"contentData":[\#(items)],"policyId":"\#(policy)"}"#
  }

  /// Everything that evaluates counts its contents, and is refused where there are too few left; what is refused for
  /// itself counts nothing.
  @Test func everythingCounts() async throws {
    let fixture = try await RESTFixture(engine: TestEngine(reviewLimit: 9))
    let id = fixture.policyID
    let version = try await fixture.label("cats", #"LABEL "Cats" { =("cat") }"#).version
    let labels = #"{"contentData": {"text": "a cat"}, "labelVersionIds": ["\#(version)", "\#(UUID())"]}"#
    let draft = #"{"policyDraft": "LABEL \"a\" { =(\"b\") }", "contentData": [{"text": "a"}]}"#
    func left() async throws -> Int {
      let refused = try await fixture.send(.post, "/v1/jobs", Self.contents(10, id))
      let info = (refused.json["details"] as? [[String: Any]])?.last
      #expect(refused.status == 429 && info?["reason"] as? String == "REVIEW_LIMIT", "\(refused.body)")
      return Int((info?["metadata"] as? [String: String])?["left"] ?? "") ?? -1
    }
    #expect(try await left() == 9)
    let steps: [(path: String, body: String, status: Int, left: Int)] = [
      ("/v1/jobs/stream", Self.contents(2, id), 200, 7), ("/v1/jobs", Self.contents(3, id), 200, 4),
      ("/v1/labels/evaluate", labels, 200, 3), ("/v1/test_policy", draft, 200, 2),
      ("/v1/jobs/stream", #"{"contentData":[{"text":"a"},{}],"policyId":"\#(id)"}"#, 400, 2),
      ("/v1/jobs", #"{"contentData":[{"image":"AAAA"}],"policyId":"\#(id)"}"#, 499, 2),
      ("/v1/jobs/stream", Self.contents(1, "\(UUID())"), 404, 2),
      ("/v1/labels/evaluate", labels.replacing(version, with: "\(UUID())"), 200, 2),
      ("/v1/jobs/stream", Self.contents(3, id), 429, 2), ("/v1/jobs/stream", Self.contents(2, id), 200, 0),
      ("/v1/jobs/stream", Self.contents(1, id), 429, 0), ("/v1/labels/evaluate", labels, 429, 0),
      ("/v1/test_policy", draft, 429, 0), ("/v1/batch-jobs", #"{"name": "b", "policyId": "\#(id)"}"#, 429, 0),
    ]
    for step in steps {
      let answer = try await fixture.send(.post, step.path, step.body)
      #expect(answer.status == step.status, "\(step.path): \(answer.body)")
      #expect(try await left() == step.left, "\(step.path)")
    }
    let refused = try await fixture.send(.post, "/v1/jobs", Self.contents(1, id))
    let wait = refused.headers[.retryAfter].flatMap(Int.init) ?? 0
    #expect((1...31 * 86_400).contains(wait))
    // Reading goes on.
    #expect(try await fixture.get("/v1/jobs").status == 200)
    let other = try await fixture.engine.otherAccount()
    #expect(try await fixture.engine.engine.reviews.charge(upTo: 20, to: other.id) == 9)
  }

  /// A batch job's rows are evaluated as far as the limit goes; the others say why they were not.
  @Test func batchRowsCount() async throws {
    let fixture = try await BatchFixture()
    _ = try await fixture.engine.reviews.set(limit: 5, of: fixture.rest.engine.account)
    let output = try await fixture.output(of: (1...8).map { "\($0),text,a cat" }.joined(separator: "\n"))
    let lines = output.lines
    #expect(lines.count == 8 && lines.prefix(5).allSatisfy { $0["report"] != nil })
    let errors = lines.dropFirst(5).map { $0["error"] as? [String: Any] }
    #expect(errors.count == 3 && errors.allSatisfy { $0?["code"] as? Int == 8 })
    #expect(errors.allSatisfy { ($0?["message"] as? String)?.contains("the count starts again at") == true })
  }

  /// An administrator lowers the limit, and sets it back as far as the server's own, never above.
  @Test func canBeLoweredAndSetBack() async throws {
    let fixture = try await RESTFixture(engine: TestEngine(reviewLimit: 10))
    let path = "/v1/customers/\(fixture.engine.account)/review-limit"
    func limits(_ key: String) async throws -> [Int?] {
      let answer = try await fixture.send(.get, path, key: key).json
      return [answer["limit"] as? Int, answer["originalLimit"] as? Int]
    }
    func set(_ limit: Int) async throws -> [Int?] {
      let answer = try await fixture.send(.put, path, #"{"limit": \#(limit)}"#)
      return [answer.status, (answer.json["limit"] ?? answer.json["code"]) as? Int]
    }
    #expect(try await limits(fixture.engine.evaluator) == [10, 10])
    #expect(try await set(4) == [200, 4])
    #expect(try await limits(fixture.engine.evaluator) == [4, 10])
    #expect(try await fixture.send(.post, "/v1/jobs", Self.contents(5, fixture.policyID)).status == 429)
    #expect(try await fixture.send(.post, "/v1/jobs", Self.contents(4, fixture.policyID)).status == 200)
    #expect(try await set(11) == [400, 9])
    #expect(try await set(-1) == [400, 3])
    #expect(try await limits(fixture.engine.admin) == [4, 10])
    #expect(try await set(0) == [200, 10])
    #expect(try await fixture.send(.post, "/v1/jobs", Self.contents(6, fixture.policyID)).status == 200)
    #expect(try await fixture.send(.post, "/v1/jobs", Self.contents(1, fixture.policyID)).status == 429)

    let other = try await fixture.engine.otherAccount()
    #expect(try await fixture.status(.get, path, key: other.admin) == 403)
    #expect(try await fixture.status(.put, path, #"{"limit": 1}"#, key: other.admin) == 403)
    for key in [fixture.engine.evaluator, fixture.engine.writer] {
      #expect(try await fixture.status(.put, path, #"{"limit": 1}"#, key: key) == 403)
    }
    #expect(try await limits(fixture.engine.admin) == [10, 10])
  }

  /// A server without a limit says 0, and lets an account set one of its own.
  @Test func isOffUnlessSet() async throws {
    let engine = try await TestEngine()
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_LimitsService.Client(wrapping: connection)
        let gateway = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let admin: Metadata = ["authorization": "Bearer \(engine.admin)"]
        let before = try await client.getCustomerReviewLimit(.init(), metadata: admin)
        #expect(before.limit == 0 && before.originalLimit == 0)
        let set = try await client.updateCustomerReviewLimit(.with { $0.limit = 1 }, metadata: admin)
        #expect(set.limit == 1)
        let policy = try await engine.policy(#"LABEL "a" { =("b") }"#)
        let request = Clavata_Gateway_V1_CreateJobRequest.with {
          $0.policyID = policy.uuidString
          $0.contentData = [.with { $0.text = "a" }]
        }
        _ = try await gateway.createJob(request, metadata: admin)
        let error = try #require(
          await #expect(throws: RPCError.self) { try await gateway.createJob(request, metadata: admin) })
        #expect(error.code == .resourceExhausted)
        let packed = try #require(error.metadata[binaryValues: "grpc-status-details-bin"].first { _ in true })
        let status = try Google_Rpc_Status(serializedBytes: packed)
        #expect(status.code == 8 && status.message == error.message && status.details.count == 2)
        #expect(try await client.updateCustomerReviewLimit(.init(), metadata: admin).limit == 0)
        _ = try await gateway.createJob(request, metadata: admin)
      }
    }
  }
}
