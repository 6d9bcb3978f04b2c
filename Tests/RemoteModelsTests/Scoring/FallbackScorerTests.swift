import PolicyEvaluation
import SignalScoring
import Synchronization
import TestSupport
import Testing

@testable import RemoteModels

@Suite struct FallbackScorerTests {
  private final class Notices: Sendable {
    private let entries = Mutex<[FallbackNotice]>([])

    var all: [FallbackNotice] { entries.withLock { $0 } }

    func note(_ notice: FallbackNotice) { entries.withLock { $0.append(notice) } }
  }

  private let notices = Notices()
  private let content = TextContent(hash: "a", text: "a")
  private let features = ["dogs", "cats", "birds"].map { Feature(kind: .concept($0)) }

  private func scorer(_ first: any SignalScorer, _ other: any SignalScorer) -> FallbackScorer {
    FallbackScorer(first, otherwise: other) { [notices] in notices.note($0) }
  }

  /// The other answers for what failed, is asked for nothing else, and it is said that it did: each answer names it.
  @Test func theOtherAnswersForWhatFailed() async throws {
    let first = TableScorer("first", ["\"dogs\"": 0.9])
    let other = TableScorer("other", ["\"dogs\"": 0.1, "\"cats\"": 0.2, "\"birds\"": 0.3])
    let results = try await scorer(first, other).prepare(features).score(content)
    #expect(results.map(\.score) == [0.9, 0.2, 0.3])
    #expect(results.map(\.standIn) == [nil, "other", "other"])
    #expect(other.log.asked == [["\"cats\"", "\"birds\""]])
    let reason = ScoringError(.inferenceFailed, "first has no score")
    #expect(notices.all == [FallbackNotice(failed: "first", answered: "other", features: 2, reason: reason)])
  }

  /// Where all was answered, the other is not asked.
  @Test func theOtherIsNotAskedInVain() async throws {
    let other = TableScorer("other")
    let first = TableScorer("first", ["\"dogs\"": 0.9, "\"cats\"": 0.8, "\"birds\"": 0.7])
    #expect(try await scorer(first, other).prepare(features).score(content).map(\.score) == [0.9, 0.8, 0.7])
    #expect(other.log.asked.isEmpty && notices.all.isEmpty)
  }

  /// Where neither can, the reasons of both are given.
  @Test func bothReasonsAreGiven() async throws {
    let results = try await scorer(TableScorer("first"), TableScorer("other")).prepare(features).score(content)
    #expect(
      results[0].error?.message == "first has no score; nor could another scorer: other has no score")
    #expect(notices.all.isEmpty)
  }

  /// A kind that the other does not know keeps its failure.
  @Test func unknownKindsKeepTheirFailure() async throws {
    let other = TableScorer("other", ["\"dogs\"": 0.1])
    let features = [Feature(kind: .sentiment("calm")), Feature(kind: .concept("dogs"))]
    let results = try await scorer(TableScorer("first"), other).prepare(features).score(content)
    #expect(results[0].error?.message == "first has no score" && results[1].score == 0.1)
  }

  /// A scorer that cannot be prepared, be it the one or the other, is one that cannot answer.
  @Test func preparationMayFail() async throws {
    let error = ScoringError(.modelUnavailable, "not installed")
    let broken = TableScorer("broken", preparationError: error)
    let works = TableScorer("works", ["\"dogs\"": 0.1])
    #expect(try await scorer(broken, works).prepare(features).score(content)[0].score == 0.1)
    let results = try await scorer(works, broken).prepare(features).score(content)
    #expect(results[0].score == 0.1)
    #expect(results[1].error?.message == "works has no score; nor could another scorer: not installed")
  }

  /// Positions asked for by themselves are the only ones asked, of both.
  @Test func scoresSomePositions() async throws {
    let first = TableScorer("first")
    let other = TableScorer("other", ["\"birds\"": 0.3])
    let signals = try await scorer(first, other).prepare(features)
    let results = try await (#require(signals as? any SelectiveSignals)).score(content, only: [2])
    #expect(results.map(\.score) == [0.3])
    #expect(first.log.asked == [["\"birds\""]] && other.log.asked == [["\"birds\""]])
  }

  /// A server that is down is no failure where the policy has it so.
  @Test func aServerInTroubleIsAnsweredFor() async throws {
    try await RemoteFixture.run { _, _ in
      .answer(status: 500, "oops")
    } _: { fixture in
      let other = TableScorer("other", ["\"dogs\"": 0.1, "\"cats\"": 0.2, "\"birds\"": 0.3])
      let results = try await scorer(fixture.scorer, other).prepare(features).score(content)
      #expect(results.map(\.score) == [0.1, 0.2, 0.3])
      #expect(notices.all.map(\.reason) == [RemoteModelError.refused(status: 500).scoringError])
    }
  }

  /// A caller that leaves gets a cancellation, not another scorer's answers.
  @Test func cancellationIsPassedOn() async throws {
    let other = TableScorer("other", ["\"dogs\"": 0.1])
    let signals = try await scorer(TableScorer("first"), other).prepare(features)
    let content = content
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await signals.score(content)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(other.log.asked.isEmpty)
  }
}
