import PolicyEvaluation
import SignalScoring
import Synchronization

/// A scorer that answers from a table, by canonical source; what is not in it fails.
struct TableScorer: SignalScorer {
  final class Log: Sendable {
    private let entries = Mutex<[[String]]>([])

    /// For each content, what was asked.
    var asked: [[String]] { entries.withLock { $0 } }

    func note(_ expressions: [String]) { entries.withLock { $0.append(expressions) } }
  }

  var version: String
  var scores: [String: Double]
  var preparationError: ScoringError?
  let log = Log()

  init(_ version: String, _ scores: [String: Double] = [:], preparationError: ScoringError? = nil) {
    self.version = version
    self.scores = scores
    self.preparationError = preparationError
  }

  func cost(of kind: Feature.Kind) -> ScoringCost? {
    switch kind {
    case .exact, .sentiment: nil
    case .concept, .context, .question, .fuzzy: .embedded
    }
  }

  func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    if let preparationError { throw preparationError }
    return TableSignals(scorer: self, expressions: features.map(\.expression))
  }
}

private struct TableSignals: SelectiveSignals {
  let scorer: TableScorer
  let expressions: [String]

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    try await score(content, only: Array(expressions.indices))
  }

  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    if Task.isCancelled { throw CancellationError() }
    let asked = positions.map { expressions[$0] }
    scorer.log.note(asked)
    return asked.map { expression in
      scorer.scores[expression].map { .scored($0) }
        ?? .failed(ScoringError(.inferenceFailed, "\(scorer.version) has no score"))
    }
  }
}
