internal import SignalScoring

/// A policy version's features as hypotheses.
struct PairSignals: SelectiveSignals {
  /// The pieces of each feature's; nil where it is of a kind that the classifier has no cost for.
  private let hypotheses: [[Int32]?]
  private let configuration: ClassifierConfiguration
  private let tokenizer: WordPieceTokenizer
  private let pool: InferencePool
  /// How many windows of a text are read at most.
  private let maximumWindows: Int

  /// A pair takes some milliseconds to a tenth of a second, so a text's are limited: the more signals a policy version
  /// has, the fewer windows of a long text are read, spread over it. It is the version's signals that count, not those
  /// of one call, so that a score does not depend on what is asked along with it.
  static let maximumPairs = 512
  static let mostWindows = 32
  /// So many pairs go to the pool at once: a long text does not fill its queue.
  private static let portion = 64
  private static let windowWords = 90
  private static let stepWords = 60
  private static let windowPenalty = 0.35

  init(
    hypotheses: [[Int32]?], configuration: ClassifierConfiguration, tokenizer: WordPieceTokenizer, pool: InferencePool
  ) {
    self.hypotheses = hypotheses
    self.configuration = configuration
    self.tokenizer = tokenizer
    self.pool = pool
    maximumWindows = min(max(Self.maximumPairs / max(hypotheses.count, 1), 1), Self.mostWindows)
  }

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    try await score(content, hypotheses)
  }

  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    try await score(content, positions.map { hypotheses[$0] })
  }

  private func score(
    _ content: Content, _ asked: [[Int32]?]
  ) async throws(CancellationError) -> [SignalResult] {
    guard case .text(let content) = content else { return asked.map { _ in .failed(.textOnly) } }
    do {
      let text = tokenizer.tokenize(content.text)
      let windows = windows(of: text)
      let penalty = Self.windowPenalty * TextWindows.penalty(of: windows.count)
      let best = try await greatestLogits(of: windows, in: text, asked.map { $0 ?? [] })
      return zip(asked, best).map { hypothesis, best in
        if hypothesis == nil { return .failed(Self.unsupported) }
        // No words show nothing.
        guard let best else { return .scored(0) }
        return .scored(
          configuration.calibration.probability(of: best.logit - penalty),
          evidence: Evidence(spans: [windows[best.window].place]))
      }
    } catch let error as CancellationError {
      throw error
    } catch {
      // The pool throws nothing else; were it to, it would still be a failure of the model.
      let failure = (error as? EmbeddedModelError)?.scoringError ?? .encoderFailed
      return asked.map { _ in .failed(failure) }
    }
  }

  private func windows(of text: TokenizedText) -> [TextWindow] {
    let windows = TextWindows.cut(
      text, words: Self.windowWords, step: Self.stepWords, maximumPieces: configuration.maximumPremise)
    return TextWindows.choose(of: windows.count, maximum: maximumWindows).map { windows[$0] }
  }

  /// For each hypothesis the window that shows it best, of equal ones the first; nil for an empty one.
  private func greatestLogits(
    of windows: [TextWindow], in text: TokenizedText, _ hypotheses: [[Int32]]
  ) async throws -> [(window: Int, logit: Double)?] {
    var best = [(window: Int, logit: Double)?](repeating: nil, count: hypotheses.count)
    let pairs = hypotheses.indices.filter { !hypotheses[$0].isEmpty }.flatMap { signal in
      windows.indices.map { (signal: signal, window: $0) }
    }
    for start in stride(from: 0, to: pairs.count, by: Self.portion) {
      let part = pairs[start..<min(start + Self.portion, pairs.count)]
      let outputs = try await pool.read(
        part.map { pair in
          // Of a window of one long word there may be more than fits.
          let premise = text.pieces[windows[pair.window].pieces].prefix(configuration.maximumPremise)
          return tokenizer.encode(premise, with: hypotheses[pair.signal])
        })
      for (pair, output) in zip(part, outputs) {
        guard let logit = configuration.logit(of: output) else {
          throw EmbeddedModelError(.inferenceFailed, "the model's output is no number")
        }
        if best[pair.signal].map({ logit > $0.logit }) ?? true { best[pair.signal] = (pair.window, logit) }
      }
    }
    return best
  }

  private static let unsupported = ScoringError(.unsupported, "the classifier does not score exact matches")
}
