import PolicyEvaluation
import SignalScoring
import Synchronization

/// A scorer that answers from a table and remembers what it was asked.
struct FakeScorer: SignalScorer {
  /// What was asked of it: for each content scored, the features.
  final class Log: Sendable {
    private let entries = Mutex<[[String]]>([])

    var asked: [[String]] { entries.withLock { $0 } }

    func note(_ expressions: [String]) { entries.withLock { $0.append(expressions) } }
  }

  var version = "fake-1"
  var cost: ScoringCost = .embedded
  /// By canonical source; what is not here is not answered by it.
  var answers: [String: SignalResult]
  var preparationError: (any Error)?
  var isSelective = true
  /// How many results to leave out of each answer.
  var missing = 0
  let log = Log()

  init(_ answers: [String: SignalResult]) {
    self.answers = answers
  }

  init(_ scores: [String: Double], cost: ScoringCost = .embedded) {
    answers = scores.mapValues { .scored($0) }
    self.cost = cost
  }

  func cost(of kind: Feature.Kind) -> ScoringCost? { answers[kind.canonicalSource] == nil ? nil : cost }

  func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    if let preparationError { throw preparationError }
    let signals = FakeSignals(scorer: self, expressions: features.map(\.expression))
    if cost == .matching { return ImmediateFakeSignals(signals: signals) }
    return isSelective ? SelectiveFakeSignals(signals: signals) : signals
  }
}

private struct FakeSignals: PreparedSignals {
  var scorer: FakeScorer
  var expressions: [String]

  func results(_ positions: [Int]) -> [SignalResult] {
    let asked = positions.map { expressions[$0] }
    scorer.log.note(asked)
    return asked.dropLast(scorer.missing).map {
      scorer.answers[$0] ?? .failed(ScoringError(.inferenceFailed, "not in the table"))
    }
  }

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    if Task.isCancelled { throw CancellationError() }
    return results(Array(expressions.indices))
  }
}

private struct SelectiveFakeSignals: SelectiveSignals {
  var signals: FakeSignals

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    try await signals.score(content)
  }

  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    if Task.isCancelled { throw CancellationError() }
    return signals.results(positions)
  }
}

private struct ImmediateFakeSignals: ImmediateSignals {
  var signals: FakeSignals

  func scoreImmediately(_ content: Content) -> [SignalResult] {
    signals.results(Array(signals.expressions.indices))
  }
}
