import SignalScoring
import Synchronization
import Testing

@testable import EmbeddedModels

@Suite struct PairSignalsTests {
  /// Says how long a pair is, and keeps count.
  private final class LengthModel: ModelSession, Sendable {
    let batches = Mutex<[[Int]]>([])

    func encode(_ sequences: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [[Float]] {
      batches.withLock { $0.append(sequences.map(\.count)) }
      return sequences.map { [Float($0.count) / 100] }
    }
  }

  private func signals(_ count: Int, of length: Int = 5, on models: any ModelSession & Sendable) throws -> PairSignals {
    let folder = try ClassifierFolder()
    return PairSignals(
      hypotheses: Array(repeating: Array(repeating: 1, count: length), count: count),
      configuration: ClassifierConfiguration(entailment: 0),
      tokenizer: try WordPieceTokenizer(file: folder.files.tokenizer),
      pool: InferencePool(sessions: [models], limits: .init(batchTokens: 512)))
  }

  private func content(words: Int) -> TextContent {
    TextContent(hash: "", text: String(repeating: "text ", count: words))
  }

  /// A text's pairs are limited: the more signals, the fewer windows, and one in any case.
  @Test(arguments: [(1, 30_000, 32), (16, 30_000, 32), (100, 30_000, 5), (600, 30_000, 1), (100, 200, 3), (3, 0, 0)])
  func limitsPairs(count: Int, words: Int, windows: Int) async throws {
    let models = LengthModel()
    let results = try await signals(count, on: models).score(content(words: words))
    let pairs = models.batches.withLock { $0.reduce(0) { $0 + $1.count } }
    #expect(results.count == count && pairs == count * windows)
  }

  /// The windows that are read are spread from the text's start to its end.
  @Test func spreadsWindows() async throws {
    // The last window has as many words as the others, and more pieces, which is what this model goes by.
    let text = String(repeating: "text ", count: 60 * 498 + 89) + "a,b,c,d"
    let result = try await signals(200, on: LengthModel()).score(TextContent(hash: "", text: text))[0]
    guard case .scored(_, let evidence?, _) = result, let place = evidence.spans.first else {
      Issue.record("no evidence")
      return
    }
    #expect(place == text.utf8.count - 89 * 5 - 7..<text.utf8.count)
  }

  /// Several pairs go to the model at once, and none is longer than it takes.
  @Test func batchesPairs() async throws {
    let models = LengthModel()
    let words = String(repeating: "unknownunknown, ", count: 2_000)
    let folder = try ClassifierFolder()
    let classifier = ClassifierConfiguration(entailment: 0)
    let signals = PairSignals(
      hypotheses: Array(repeating: Array(repeating: 1, count: classifier.maximumHypothesis), count: 12),
      configuration: classifier, tokenizer: try WordPieceTokenizer(file: folder.files.tokenizer),
      pool: InferencePool(sessions: [models], limits: .init(batchTokens: 512)))
    _ = try await signals.score(TextContent(hash: "", text: words + String(repeating: "x.", count: 500)))
    let batches = models.batches.withLock(\.self)
    #expect(batches.joined().allSatisfy { $0 <= 256 } && batches.joined().contains(256))
    #expect(batches.contains { $0.count >= 2 } && batches.allSatisfy { $0.count <= 8 })
  }

  /// A caller that is cancelled leaves at once.
  @Test func cancellationEndsACall() async throws {
    let models = GatedModels()
    let signals = try signals(50, on: models)
    let content = content(words: 30_000)
    let call = Task { try await signals.score(content) }
    for await _ in models.begun { break }
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    models.open()
  }

  /// A model that fails fails the signals, not the call.
  @Test func failuresAreTheSignals() async throws {
    let models = GatedModels(error: EmbeddedModelError(.inferenceFailed, "no"))
    models.open()
    for result in try await signals(2, on: models).score(content(words: 5)) {
      guard case .failed(let error) = result else {
        Issue.record("scored")
        continue
      }
      #expect(error.code == .inferenceFailed)
    }
  }
}
