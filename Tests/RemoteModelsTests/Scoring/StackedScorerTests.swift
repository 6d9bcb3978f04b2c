import PolicyEvaluation
import SignalScoring
import TestSupport
import Testing

@testable import RemoteModels

/// Which model answers a policy version.
@Suite struct StackedScorerTests {
  private let content = TextContent(hash: "a", text: "a")
  private let features = ["dogs", "cats"].map { Feature(kind: .concept($0)) }
  private let embedded = TableScorer("embedded", ["\"dogs\"": 0.1, "\"cats\"": 0.2])
  private let remote = TableScorer("remote", ["\"dogs\"": 0.9])

  private func scorer(_ standard: ModelStack) -> StackedScorer {
    StackedScorer(embedded: embedded, remote: remote, standard: standard) { _ in }
  }

  struct Case: Sendable {
    var standard: ModelStack
    var stack: ModelStack?
    var scores: [Double?]
    var version: String
  }

  /// The version's own word counts, else the server's.
  @Test(arguments: [
    Case(standard: .embedded, stack: nil, scores: [0.1, 0.2], version: "embedded"),
    Case(standard: .remote, stack: nil, scores: [0.9, nil], version: "remote"),
    Case(standard: .remoteElseEmbedded, stack: nil, scores: [0.9, 0.2], version: "remote"),
    Case(standard: .remote, stack: .embedded, scores: [0.1, 0.2], version: "embedded"),
    Case(standard: .embedded, stack: .remote, scores: [0.9, nil], version: "remote"),
    Case(standard: .remote, stack: .remoteElseEmbedded, scores: [0.9, 0.2], version: "remote"),
  ])
  func thePolicyVersionChooses(_ test: Case) async throws {
    let scoped = [scorer(test.standard) as any SignalScorer].scoped(to: PolicyScope(stack: test.stack))[0]
    #expect(try await scoped.prepare(features).score(content).map(\.score) == test.scores)
    #expect(scoped.version == test.version)
  }

  /// What says nothing to a policy version is as the server has it.
  @Test func unscopedIsTheServers() async throws {
    let scorer = scorer(.remote)
    #expect(scorer.version == "remote" && scorer.name == "remote" && scorer.cost(of: .sentiment("calm")) == nil)
    #expect(try await scorer.prepare(features).score(content).map(\.score) == [0.9, nil])
  }

  /// The context goes on to the scorer that heeds it.
  @Test(arguments: [ModelStack.remote, .remoteElseEmbedded])
  func theContextIsPassedOn(stack: ModelStack) async throws {
    try await RemoteFixture.run { _, _ in
      .answer(Completion.yes(0.5))
    } _: { fixture async throws in
      let scorer = StackedScorer(embedded: embedded, remote: fixture.scorer, standard: .embedded) { _ in }
      let scoped = scorer.scoped(to: PolicyScope(globalContext: "a forum", stack: stack))
      #expect(try await isNear(scoped.prepare(features).score(content)[0].score, 0.5))
      #expect(fixture.server.requests[0].text(of: "system")?.hasSuffix("a forum") == true)
      #expect(scoped.name == "remote-p1/judge-7b")
    }
  }
}
