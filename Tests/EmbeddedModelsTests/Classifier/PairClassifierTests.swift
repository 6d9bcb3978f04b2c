import Foundation
import PolicyEvaluation
import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite struct PairClassifierTests {
  private func features(_ kinds: [Feature.Kind]) -> [Feature] {
    kinds.enumerated().map { Feature(index: $0, kind: $1, expression: "", ranges: []) }
  }

  private func score(
    _ text: String, _ kinds: [Feature.Kind], with folder: ClassifierFolder
  ) async throws -> [SignalResult] {
    let classifier = try PairClassifier(files: folder.files, threads: 2)
    return try await classifier.prepare(features(kinds)).score(TextContent(hash: text, text: text))
  }

  private func value(_ result: SignalResult) throws -> Double {
    guard case .scored(let value, _, _) = result else { throw UnexpectedResult() }
    return value
  }

  private func place(_ result: SignalResult) throws -> Range<Int> {
    guard case .scored(_, let evidence?, _) = result else { throw UnexpectedResult() }
    return try #require(evidence.spans.first)
  }

  private struct UnexpectedResult: Error {}

  private static func sigmoid(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }

  /// Scores are those of the model's logits, with an input for the types of tokens and without, of several logits and
  /// of one; each form of signal is asked.
  @Test(
    arguments: [
      ("typed", #"{"entailment": 1, "against": [0]}"#, [-2, 2, 6]),
      ("typeless", #"{"entailment": 1, "against": [0]}"#, [-2, 2, 6]),
      ("typed", #"{"entailment": 1, "against": [0, 2]}"#, [-2.3132617, 0.6867383, 2.9514126]),
      ("single", #"{"entailment": 0}"#, [-1, 1, 3]),
      ("single", #"{"entailment": 0, "calibration": {"slope": 2, "offset": -1}}"#, [-3, 1, 5]),
    ] as [(String, String, [Double])])
  func scoresByTheLogits(model: String, configuration: String, logits: [Double]) async throws {
    let folder = try ClassifierFolder(model: model, configuration: configuration)
    let kinds: [(Feature.Kind, Int)] = [
      (.concept("cat"), 0), (.concept("dogs"), 1), (.context(subject: "dog", relation: "IN", object: "park"), 2),
      (.question("is the dog angry"), 1), (.sentiment("angry"), 0), (.fuzzy("parks"), 1),
    ]
    let results = try await score("Dogs in the park.", kinds.map(\.0), with: folder)
    for (result, kind) in zip(results, kinds) {
      #expect(try abs(value(result) - Self.sigmoid(logits[kind.1])) < 1e-5, "\(kind.0)")
    }
  }

  /// Of a long text the window that shows the signal is found, and pointed at; of many windows a score is lower.
  @Test func pointsAtTheWindow() async throws {
    let filling = String(repeating: "this is the text ", count: 120)
    let text = filling + "Ä dog ran. " + filling + "the cat " + filling
    let results = try await score(text, [.concept("dog"), .concept("cat"), .concept("rain")], with: ClassifierFolder())
    for (result, word) in zip(results, ["dog", "cat"]) {
      let found = String(decoding: Array(text.utf8)[try place(result)], as: UTF8.self)
      #expect(found.contains(word) && found.utf8.count < 600)
    }
    let windows = 24.0  // of 90 words, 60 apart, of 1445
    #expect(try abs(value(results[0]) - Self.sigmoid(2 - 0.35 * log(1 + (windows - 1) / 8))) < 1e-5)
    #expect(try place(results[2]).lowerBound == 0)
  }

  /// A pair has one logit, whatever else is computed with it; what is asked alone scores as it does among others.
  @Test func companyChangesNothing() async throws {
    let folder = try ClassifierFolder()
    let classifier = try PairClassifier(files: folder.files, threads: 2)
    let words = ["dog", "cat", "park", "rain", "angry", "dog in rain", "angry cat?", "nothing at all of this is known"]
    let signals = try await classifier.prepare(features((0..<100).map { .concept(words[$0 % words.count]) }))
    let text = String(repeating: "an angry dog is in the text. ", count: 60) + "rain"
    let content = TextContent(hash: "", text: text)
    let all = try await signals.score(content).map(value)
    // None, one or two of the words are there.
    #expect(all.count == 100 && Set(all.map { ($0 * 1e4).rounded() }).count == 3)
    for number in words.indices { #expect(abs(all[number] - all[number + words.count]) < 1e-6) }
    let some = try await (#require(signals as? any SelectiveSignals)).score(content, only: [3, 99]).map(value)
    #expect(abs(some[0] - all[3]) < 1e-6 && abs(some[1] - all[99]) < 1e-6)
  }

  /// An exact match is no matter for it, and a text without words shows nothing.
  @Test func knowsItsLimits() async throws {
    let folder = try ClassifierFolder()
    let classifier = try PairClassifier(files: folder.files, threads: 1)
    #expect(classifier.cost(of: .exact("dog")) == nil && classifier.cost(of: .fuzzy("dog")) == .embedded)
    let results = try await score(" \n", [.exact("dog"), .concept("dog")], with: folder)
    guard case .failed(let error) = results[0] else { throw UnexpectedResult() }
    #expect(try error.code == .unsupported && value(results[1]) == 0)
  }

  /// The version tells any of the three files from another; reports have the name that the configuration gives.
  @Test func versionNamesTheFiles() throws {
    let folder = try ClassifierFolder()
    var seen: Set<String> = []
    func see() throws -> Bool {
      let classifier = try PairClassifier(files: folder.files, threads: 1)
      #expect(classifier.name == "classifier/shared-words" && classifier.version.hasPrefix("\(classifier.name)-"))
      return seen.insert(classifier.version).inserted
    }
    #expect(try see())
    #expect(try !see())
    try Fixture.data(of: "classifier/typeless.onnx").write(to: folder.files.model)
    #expect(try see())
    for file in [folder.files.tokenizer, folder.files.configuration] {
      try (Data(contentsOf: file) + Data("\n".utf8)).write(to: file)
      #expect(try see())
    }
  }

  /// Files that are missing are named, all at once.
  @Test func namesWhatIsMissing() {
    let files = ClassifierFiles(folder: URL(filePath: "/nowhere/classifier", directoryHint: .isDirectory))
    let error = #expect(throws: EmbeddedModelError.self) { try PairClassifier(files: files) }
    let parts = ["/nowhere/classifier", "model.onnx", "tokenizer.json", "classifier.json"]
    #expect(error?.code == .notInstalled && parts.allSatisfy { error?.message.contains($0) == true })
  }

  /// Models that take or give something else than the configuration says are found out at the start, with why.
  @Test(
    arguments: [
      ("maskless", nil, "no input `attention_mask`"), ("extra", nil, "inputs besides"),
      ("hidden", nil, "logits"), ("typed", #"{"entailment": 3}"#, "3 logits"),
      ("single", #"{"entailment": 0, "against": [1]}"#, "1 logits"),
    ] as [(String, String?, String)])
  func refusesModelsThatDoNotFit(model: String, configuration: String?, reason: String) throws {
    let folder = try ClassifierFolder(model: model, configuration: configuration)
    let error = #expect(throws: EmbeddedModelError.self) { try PairClassifier(files: folder.files, threads: 1) }
    #expect(error?.code == .unusable && error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  /// What is no model, or the half of one, is refused with the runtime's reason, on one line.
  @Test func refusesBrokenModels() throws {
    let folder = try ClassifierFolder()
    let model = try Fixture.data(of: "classifier/typed.onnx")
    let random = Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) })
    for broken in [Data(), random, Data("<html>".utf8), model.prefix(model.count / 2), model.dropFirst(40)] {
      try Data(broken).write(to: folder.files.model)
      let error = #expect(throws: EmbeddedModelError.self) { try PairClassifier(files: folder.files, threads: 1) }
      #expect(error?.code == .unusable && error?.message.contains("\n") == false)
    }
  }

  /// Stopping ends what is asked from then on.
  @Test func stopEndsAll() async throws {
    let folder = try ClassifierFolder()
    let classifier = try PairClassifier(files: folder.files, threads: 1)
    let signals = try await classifier.prepare(features([.concept("dog")]))
    classifier.stop()
    guard case .failed(let error) = try await signals.score(TextContent(hash: "", text: "a dog"))[0] else {
      throw UnexpectedResult()
    }
    #expect(error.code == .modelUnavailable)
  }
}
