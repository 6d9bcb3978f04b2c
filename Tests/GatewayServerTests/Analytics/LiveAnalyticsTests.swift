internal import Foundation
internal import GRPCCore
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// `AnalyticsService` over gRPC.
struct LiveAnalyticsTests {
  /// Each method answers over gRPC what it answers over REST.
  @Test func answersAsRESTDoes() async throws {
    let rest = try await RESTFixture()
    let (label, version) = try await rest.label("Cats", #"LABEL "Cats" { =("cat") }"#)
    try await rest.evaluate(["a cat", "a dog", "rain"])
    let evaluated = try await rest.send(
      .post, "/v1/labels/evaluate", #"{"labelVersionIds": ["\#(version)"], "contentData": {"text": "a cat"}}"#)
    #expect(evaluated.status == 200)
    let policy = rest.policyID
    let now = Date()
    let interval = Clavata_Gateway_V1_TimeInterval.with {
      $0.start = .init(seconds: Int64(now.timeIntervalSince1970) - 3_600)
      $0.end = .init(seconds: Int64(now.timeIntervalSince1970) + 3_600)
      $0.intervalUnit = .hour
      $0.intervalLength = 4
      $0.timezone = "Asia/Kathmandu"
    }
    let query = RESTFixture.interval(around: now) + "&interval.timezone=Asia/Kathmandu"
    let metadata: Metadata = ["authorization": "Bearer \(rest.engine.writer)"]

    func same(_ message: some Message, _ path: String, _ least: Int) async throws {
      let answer = try await rest.get("/v1/analytics/\(path)")
      let body = String(decoding: try ProtoJSONWriter.encode(message), as: UTF8.self)
      // Maps have no order.
      let own = try JSONSerialization.jsonObject(with: Data(body.utf8))
      #expect(RESTFixture.canonical(own) == RESTFixture.canonical(answer.json), "\(path)")
      #expect(body.utf8.count >= least, "\(path): \(body)")
    }
    try await LiveServer.run(rest.engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_AnalyticsService.Client(wrapping: connection)
        try await same(
          try await client.getAnalyticsUsageForInterval(.with { $0.interval = interval }, metadata: metadata),
          "usage?\(query)", 300)
        try await same(
          try await client.getAnalyticsLabelUsageForInterval(.with { $0.interval = interval }, metadata: metadata),
          "label-usage?\(query)", 300)
        try await same(try await client.getContentFeed(.init(), metadata: metadata), "content-feed", 600)
        try await same(try await client.getPoliciesWithContent(.init(), metadata: metadata), "policies", 100)
        try await same(
          try await client.getPolicyInsights(.with { $0.policyID = policy }, metadata: metadata),
          "policies/\(policy)/insights", 500)
        try await same(
          try await client.getPolicyLabels(.with { $0.policyID = policy }, metadata: metadata),
          "policies/\(policy)/labels", 60)
        let policyHas = try await client.hasPolicyReceivedData(.with { $0.policyID = policy }, metadata: metadata)
        #expect(policyHas.hasReceivedData_p)
        try await same(policyHas, "policies/\(policy)/received", 10)
        try await same(
          try await client.getLabelInsights(.with { $0.labelID = label }, metadata: metadata),
          "labels/\(label)/insights", 300)
        let labelHas = try await client.hasLabelReceivedData(.with { $0.labelID = label }, metadata: metadata)
        #expect(labelHas.hasReceivedData_p)
        try await same(labelHas, "labels/\(label)/received", 10)
        let refused = await #expect(throws: RPCError.self) {
          try await client.getContentFeed(.with { $0.limit = 0 }, metadata: metadata)
        }
        #expect(refused?.code == .invalidArgument)
      }
    }
  }
}
