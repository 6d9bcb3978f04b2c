internal import Foundation
internal import GatewayProtocol
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// What questions about policies may cost.
struct InsightServiceTests {
  /// What compiles versions for their names takes one of the places that questions about figures share: where none is
  /// left, it is refused.
  @Test func takesAPlace() async throws {
    let test = try await TestEngine()
    let policy = try await test.policy(#"LABEL "Cats" { =("cat") }"#).wire
    let gate = WorkGate(accountLimit: 1, refusal: "full")
    let insights = InsightService(
      store: test.store, catalog: test.engine.catalog, labels: test.engine.labels.catalog, gate: gate)
    let questions: [@Sendable () async throws -> Void] = [
      { _ = try await insights.policy(.with { $0.policyID = policy }, caller: test.caller) },
      { _ = try await insights.labels(.with { $0.policyID = policy }, caller: test.caller) },
    ]
    for question in questions {
      try await question()
      try await gate.admit(test.account) {
        let refusal = await #expect(throws: GatewayError.self) { try await question() }
        #expect(refusal?.code == .resourceExhausted && refusal?.message == "full")
      }
    }
  }
}
