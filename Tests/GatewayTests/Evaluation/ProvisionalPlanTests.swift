internal import Foundation
internal import GatewayProtocol
internal import PolicyEvaluation
internal import SignalScoring
internal import SwiftProtobuf
internal import Synchronization
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// What a scorer was too busy to be prepared for.
struct ProvisionalPlanTests {
  /// A policy version that met a busy scorer is made ready anew for the next request, and then kept.
  @Test func aPolicyIsMadeReadyAgain() async throws {
    let scorer = BusyScorer()
    let engine = try await TestEngine(scorers: [scorer])
    let policy = try await engine.policy(#"LABEL "L" { "yes" }"#)
    let ready = { try await engine.engine.catalog.ready(policy, account: engine.account).rules }
    let (first, second, third) = (try await ready(), try await ready(), try await ready())
    #expect(first.plans.text.isProvisional && !second.plans.text.isProvisional)
    #expect(second === third && scorer.prepared == 2)
  }

  /// The same holds for labels that are scored together.
  @Test func aSetOfLabelsIsMadeReadyAgain() async throws {
    let scorer = BusyScorer()
    let engine = try await TestEngine(scorers: [scorer])
    let made = try await engine.engine.labels.create(
      .with {
        $0.name = "L"
        $0.initialVersionText = #"LABEL "L" { "yes" }"#
      }, caller: engine.caller)
    func result() async throws -> Double? {
      let answer = try await engine.engine.labelEvaluation.evaluate(
        .with {
          $0.contentData = .with { $0.text = "yes" }
          $0.labelVersionIds = [made.labelVersion.labelVersionID]
        }, caller: engine.caller)
      guard let result = answer.results.first, case .evaluation(let evaluation)? = result.result else { return nil }
      return evaluation.score
    }
    #expect(try await result() == nil)
    #expect(try await result() == 1)
    #expect(try await result() == 1)
    #expect(scorer.prepared == 2)
  }
}

/// Has no room the first time that it is to be prepared; scores concepts 1 after that.
private final class BusyScorer: SignalScorer {
  let version = "busy"
  private let count = Mutex(0)

  var prepared: Int { count.withLock { $0 } }

  func cost(of kind: Feature.Kind) -> ScoringCost? {
    if case .concept = kind { .embedded } else { nil }
  }

  func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if number == 1 { throw ScoringError(.overloaded, "too much waits") }
    return Ones(count: features.count)
  }

  private struct Ones: PreparedSignals {
    let count: Int

    func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
      (0..<count).map { _ in .scored(1) }
    }
  }
}
