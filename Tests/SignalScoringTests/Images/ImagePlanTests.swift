import Foundation
import PolicyEvaluation
import Testing

@testable import SignalScoring

/// How images are scored: by their writing, as texts are, and by what looks at them.
struct ImagePlanTests {
  private static let image = Content.image(
    ImageContent(hash: "picture", mediaType: "image/png", bytes: Data([1]), width: 1, height: 1))
  private static let unseen = ScoringError(.unsupported, "cannot be seen")

  private static func score(
    _ signals: String..., writing: Result<String, ScoringError>, sight: FakeScorer = FakeScorer([String: Double]()),
    model: FakeScorer = FakeScorer([String: Double]())
  ) async throws -> ScoredContent {
    let scorers = Scorers(
      texts: [LexicalScorer(), model], sight: [sight], reader: ScriptedReader(writing: writing))
    let plan = try await scorers.imagePlan(for: .of(signals), PolicyScope(), cache: nil)
    return try await plan.score(image, threshold: 0.5, expedited: false, explained: true)
  }

  /// What is written on an image is searched, and what was found is quoted.
  @Test func writingIsSearched() async throws {
    let scored = try await Self.score(#"=("buy now")"#, #"=("rain")"#, writing: .success("Offer!\nBuy NOW, today"))
    #expect(scored.scores == [Score(1), Score(0)] && scored.failures.isEmpty)
    #expect(scored.answers.first?.evidence == Evidence(finding: "reads \u{201C}Buy NOW\u{201D}"))
    #expect(scored.answers.first?.scorer == "lexical-1 of scripted-reader")
  }

  /// The greater of what is read and what is seen counts.
  @Test(arguments: [(0.9, 0.2, 0.9), (0.2, 0.9, 0.9)])
  func readAndSeen(read: Double, seen: Double, score: Double) async throws {
    let scored = try await Self.score(
      #""dogs""#, writing: .success("a dog"), sight: FakeScorer([#""dogs""#: seen]),
      model: FakeScorer([#""dogs""#: read]))
    #expect(scored.scores == [Score(score)])
    #expect(scored.answers.map(\.score) == [read, seen])
  }

  /// An image without writing shows what is seen on it and no more; where nothing can see that, it is not known, and the
  /// reason is kept.
  @Test func nothingIsMadeUp() async throws {
    let sight = FakeScorer([#""dogs""#: .scored(0.7), #""irony""#: .failed(Self.unseen)])
    let scored = try await Self.score(#""dogs""#, #""irony""#, writing: .success(""), sight: sight)
    #expect(scored.scores == [Score(0.7), .unknown])
    #expect(scored.failures == [1: Self.unseen])
  }

  /// What is read is a lower bound where the rest cannot be seen.
  @Test func writingIsALowerBound() async throws {
    let scored = try await Self.score(
      #""irony""#, writing: .success("oh, great"), sight: FakeScorer([#""irony""#: .failed(Self.unseen)]),
      model: FakeScorer([#""irony""#: 0.6]))
    #expect(scored.scores == [Score(lower: 0.6, upper: 1)])
    #expect(scored.failures == [0: Self.unseen])
  }

  /// Where nothing reads and nothing looks, all fails, each with what is missing.
  @Test func nothingInstalled() async throws {
    let plan = try await Scorers(texts: [LexicalScorer()]).imagePlan(
      for: .of(#"=("a")"#, #""dogs""#), PolicyScope(), cache: nil)
    let scored = try await plan.score(Self.image, threshold: 0.5, expedited: false)
    #expect(scored.scores == [.unknown, .unknown])
    #expect(scored.failures.mapValues(\.code) == [0: .modelUnavailable, 1: .modelUnavailable])
  }

  /// A reader's failure is every signal's that rests on the writing.
  @Test func aReadersFailureIsTold() async throws {
    let error = ScoringError(.overloaded, "busy")
    let scored = try await Self.score(#"=("a")"#, writing: .failure(error))
    #expect(scored.failures == [0: error])
  }

  /// What cannot be seen here at all does not hide what failed this once, whichever was known first.
  @Test(arguments: [ScoringCost.matching, .embedded, .remote])
  func aPassingFailureIsTold(cost: ScoringCost) async throws {
    let error = ScoringError(.overloaded, "busy")
    var sight = FakeScorer([#""irony""#: .failed(Self.unseen)])
    sight.cost = cost
    let scored = try await Self.score(
      #""irony""#, writing: .failure(error), sight: sight, model: FakeScorer([#""irony""#: 0.6]))
    #expect(scored.failures == [0: error])
  }
}

private struct ScriptedReader: ImageReader {
  let version = "scripted-reader"
  let writing: Result<String, ScoringError>

  func read(_ image: ImageContent) async throws -> TextContent {
    TextContent(hash: "writing", text: try writing.get())
  }
}
