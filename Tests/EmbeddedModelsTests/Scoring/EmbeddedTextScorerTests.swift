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

  private struct Case: Decodable {
    var text: String
    var kind: String
    var words: String
    var `operator`: String?
    var second: String?
    var score: Double

    var featureKind: Feature.Kind {
      switch kind {
      case "question": .question(words)
      case "tone": .sentiment(words)
      case "fuzzy": .fuzzy(words)
      case "context": .context(subject: words, relation: `operator` ?? "", object: second ?? "")
      default: .concept(words)
      }
    }
  }

  /// Signals of every kind score what the reference arithmetic says (Scripts/fit-scorer/reference.py, its encoder in
  /// single precision), on short texts, long ones and other scripts.
  @Test func agreesWithTheReference() async throws {
    for line in try Fixture.lines(of: "scores.jsonl") {
      let expected = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      let scored = try value(await score(expected.text, [expected.featureKind]).first)
      #expect(abs(scored - expected.score) < 1e-3, "\(line.prefix(120)) scored \(scored)")
    }
  }

  /// A text about dogs shows dogs, and one about the law does not; the threshold of a half tells them apart.
  @Test func tellsTextsApart() async throws {
    let kinds: [Feature.Kind] = [.concept("dogs"), .concept("tax law")]
    let dogs = try await score("Our puppy chased the other dogs around the yard all day.", kinds).map(value)
    let law = try await score("Capital losses may be deducted under section 1211 of the tax code.", kinds).map(value)
    #expect(dogs[0] >= 0.5 && dogs[1] < 0.5 && law[0] < 0.5 && law[1] >= 0.5)
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
    #expect(some == [all[0], all[2]])
  }

  /// Evidence is the window that shows the signal, of a text of many.
  @Test func evidenceIsTheBestWindow() async throws {
    let filler = String(repeating: "the committee met again to approve its minutes and budget ", count: 15)
    let text = filler + "two dogs barked at a puppy while other dogs ran " + filler
    let result = try await score(text, [.concept("dogs")])[0]
    guard case .scored(_, let evidence?, _) = result else { throw UnexpectedResult() }
    let shown = evidence.spans.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(shown.count == 1 && shown[0].contains("puppy") && shown[0].utf8.count < 400)
  }

  /// A mebibyte, with spaces or without, is scored from a bounded number of windows.
  @Test(arguments: [("dogs and cats ", 74_000), ("犬と猫", 116_000)])
  func hugeTextsAreBounded(part: String, count: Int) async throws {
    let text = String(repeating: part, count: count)
    let scorer = try InstalledModels.scorer()
    let encoded = try await scorer.contents.encode(TextContent(hash: text, text: text))
    #expect((32...64).contains(encoded.windows.count) && encoded.spans.count == encoded.windows.count / 2)
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
