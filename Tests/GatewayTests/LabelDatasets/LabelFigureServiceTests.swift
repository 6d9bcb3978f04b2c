internal import Foundation
internal import GatewayProtocol
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// What figures of labels may cost.
struct LabelFigureServiceTests {
  /// Each question that goes through a dataset takes one of the places that all such questions share: where none is left,
  /// it is refused.
  @Test func takesAPlace() async throws {
    let test = try await TestEngine()
    let made = try await test.engine.labels.create(
      .with {
        $0.name = "cats"
        $0.initialVersionText = #"LABEL "Cats" { =("cat") }"#
      }, caller: test.caller)
    let (label, version) = (made.label.labelID, made.labelVersion.labelVersionID)
    let gate = WorkGate(accountLimit: 1, refusal: "full")
    let figures = LabelFigureService(catalog: test.engine.labels.catalog, store: test.store, gate: gate)
    let questions: [@Sendable () async throws -> Void] = [
      { _ = try await figures.stats(.with { $0.labelID = label }, caller: test.caller) },
      { _ = try await figures.allStats(.with { $0.labelIds = [label] }, caller: test.caller) },
      { _ = try await figures.metrics(.with { $0.labelID = label }, caller: test.caller) },
      { _ = try await figures.versionMetrics(.with { $0.labelID = label }, caller: test.caller) },
      {
        _ = try await figures.compare(
          .with {
            $0.labelID = label
            $0.currentVersionID = version
            $0.modifiedVersionID = version
          }, caller: test.caller)
      },
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
