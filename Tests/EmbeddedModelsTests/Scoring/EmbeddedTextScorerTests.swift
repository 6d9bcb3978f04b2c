import Foundation
import PolicyEvaluation
import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite struct EmbeddedTextScorerTests {
  private func score(_ text: String, _ kinds: [Feature.Kind], only: [Int]? = nil) async throws -> [SignalResult] {
    let features = kinds.enumerated().map { Feature(index: $0, kind: $1, expression: "", ranges: []) }
    let signals = try await InstalledModels.scorer().prepare(features)
    let content = TextContent(hash: text, text: text)
    guard let only else { return try await signals.score(content) }
    return try await (#require(signals as? any SelectiveSignals)).score(content, only: only)
  }

  private func value(_ result: SignalResult?) throws -> Double {
    guard case .scored(let value, _, _) = result else { throw UnexpectedResult() }
    return value
  }

  private struct UnexpectedResult: Error {}

  /// Each form of signal tells a text that shows it from one that does not; the threshold of a half parts them.
  @Test(
    arguments: [
      (.concept("dogs"), "Our puppy chased the other dogs around the yard all day.", law),
      (.concept("tax law"), law, "Our puppy chased the other dogs around the yard all day."),
      (.question("is somebody being threatened?"), "I am going to kill you tonight.", "What a lovely garden."),
      (.sentiment("angry"), "I am furious! This is outrageous and I have had enough of you!", "Thank you, lovely day."),
      (.fuzzy("suicide"), "I want to end my life, I cannot go on.", "The train leaves at noon from platform four."),
      (
        .context(subject: "dogs", relation: "IN", object: "a park"), "Two dogs are running around in the park.",
        "The accountant filed the report on time."
      ),
    ] as [(Feature.Kind, String, String)])
  func tellsTextsApart(kind: Feature.Kind, shown: String, notShown: String) async throws {
    let scores = try await (value(score(shown, [kind]).first), value(score(notShown, [kind]).first))
    #expect(scores.0 >= 0.5 && scores.1 < 0.5)
  }

  private static let law = "Capital losses may be deducted under section 1211 of the tax code."

  /// A text in a language that the model does not know gets the prior, whatever it says.
  @Test func unknownLanguagesGetThePrior() async throws {
    let text = "Я найду тебя и убью. Собаки бегают в парке целый день, и никто их не боится."
    let results = try await score(text, [.concept("dogs"), .concept("threats of violence")])
    for result in results {
      guard case .scored(let value, evidence: nil, _) = result else { throw UnexpectedResult() }
      #expect(value == 0.05)
    }
  }

  /// A text without words shows nothing, whatever is asked.
  @Test(arguments: ["", " \n\t ", "\u{200B}\u{FFFD}\u{0}"])
  func noWordsShowNothing(text: String) async throws {
    let kinds: [Feature.Kind] = [
      .concept("dogs"), .question("is it sad"), .sentiment("angry"), .fuzzy("hate"),
      .context(subject: "dogs", relation: "IN", object: "park"),
    ]
    #expect(try await score(text, kinds).map(value) == [0, 0, 0, 0, 0])
  }

  /// Positions asked for by themselves score as they do among all, in the order asked.
  @Test func scoresSomePositions() async throws {
    let kinds: [Feature.Kind] = [.concept("dogs"), .concept("cats"), .sentiment("calm")]
    let all = try await score("The dogs sleep in the sun.", kinds).map(value)
    let some = try await score("The dogs sleep in the sun.", kinds, only: [0, 2]).map(value)
    #expect(zip(some, [all[0], all[2]]).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  /// Evidence is the window that shows the signal, of a text of many.
  @Test func evidenceIsTheBestWindow() async throws {
    let filler = String(repeating: "the committee met again to approve its minutes and budget ", count: 30)
    let text = filler + "two dogs barked at a puppy while other dogs ran " + filler
    let result = try await score(text, [.concept("dogs")])[0]
    guard case .scored(_, let evidence?, _) = result else { throw UnexpectedResult() }
    let shown = evidence.spans.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(shown.count == 1 && shown[0].contains("puppy") && shown[0].utf8.count < 700)
  }

  /// Hundreds of signals score as each does alone.
  @Test func scoresManySignals() async throws {
    let kinds: [Feature.Kind] = (0..<300).map { .concept("item number \($0)") } + [.concept("dogs")]
    let text = "The dogs sleep in the sun beside item number 17."
    let all = try await score(text, kinds).map(value)
    for position in [0, 17, 299, 300] {
      #expect(abs(try await value(score(text, [kinds[position]]).first) - all[position]) < 1e-4)
    }
  }

  /// A mebibyte, with spaces or without, is scored from a bounded number of windows.
  @Test(arguments: [("dogs and cats ", 74_000), ("犬と猫", 116_000)])
  func hugeTextsAreBounded(part: String, count: Int) async throws {
    let text = String(repeating: part, count: count)
    let scorer = try InstalledModels.scorer()
    let encoded = try await scorer.contents.encode(TextContent(hash: text, text: text))
    #expect((32...64).contains(encoded.windows.count) && encoded.vectors.count == encoded.windows.count)
    #expect(encoded.cost < 16 << 20)
    #expect(encoded.windows[0].place.lowerBound == 0)
    #expect(encoded.windows.last.map { $0.place.upperBound > text.utf8.count - 2 } == true)
  }

  /// Exact matches are not a model's to answer; all else costs milliseconds.
  @Test func knowsItsKinds() async throws {
    let scorer = try InstalledModels.scorer()
    #expect(scorer.cost(of: .exact("a")) == nil && scorer.cost(of: .sentiment("a")) == .embedded)
    guard case .failed(let error) = try await score("a", [.exact("a")])[0] else { throw UnexpectedResult() }
    #expect(error.code == .unsupported)
  }

  /// A cancelled caller gets a cancellation, not a score and not a failure.
  @Test func cancellationIsThrown() async throws {
    let features = [Feature(index: 0, kind: .concept("dogs"), expression: "", ranges: [])]
    let signals = try await InstalledModels.scorer().prepare(features)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await signals.score(TextContent(hash: "cancelled", text: "never scored before"))
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  /// A scorer that has been stopped fails with a reason that a policy's author can read.
  @Test func stoppedScorerFails() async throws {
    let scorer = try EmbeddedTextScorer(threads: 1)
    let signals = try await scorer.prepare([Feature(index: 0, kind: .concept("dogs"), expression: "", ranges: [])])
    scorer.stop()
    guard case .failed(let error) = try await signals.score(TextContent(hash: "a", text: "a dog"))[0] else {
      throw UnexpectedResult()
    }
    #expect(error.code == .modelUnavailable)
  }
}
